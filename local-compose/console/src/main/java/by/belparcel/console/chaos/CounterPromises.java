package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DISORDERED;
import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

import java.util.List;

/** The promises of the pick-up points that the database alone can show: parcels, handovers, stock. */
final class CounterPromises {

    /** The transitions of domain pickup-points.md 2.1, written down a second time on purpose. */
    private static final String TRANSITIONS = """
            (values ('EXPECTED', 'ACCEPTED'), ('ACCEPTED', 'ISSUED'), ('ACCEPTED', 'OVERDUE'), ('ACCEPTED', 'REFUSED'),
                    ('ACCEPTED', 'RETURNED_TO_COURIER'), ('OVERDUE', 'ACCEPTED'), ('OVERDUE', 'RETURNED_TO_COURIER'),
                    ('REFUSED', 'RETURNED_TO_COURIER'), ('ISSUED', 'RETURNED_BY_CLIENT'),
                    ('RETURNED_BY_CLIENT', 'RETURNED_TO_COURIER'))""";

    static final List<Check> ALL = List.of(
            new SqlCheck(DOUBLED, "I6", "the parcel was handed over more than once", """
                    select aggregate_id, count(*) from eventing.outbox
                    where type = 'by.belparcel.pvz-order.issued.v1' and attributes ->> 'targetconsumer' is null
                    group by aggregate_id having count(*) > 1"""),
            new SqlCheck(DOUBLED, "I1", "the parcel of the order lies twice", """
                    select order_id, parcel_no, count(*) from pickup_points.parcel where order_id is not null
                    group by order_id, parcel_no having count(*) > 1"""),
            new SqlCheck(
                    DISORDERED,
                    "I4",
                    "transition of a parcel that is not allowed",
                    "select * from (select parcel_id, version, lag(state) over (partition by parcel_id order by no) as before, state"
                            + " from pickup_points.history where at >= ?::timestamptz) h where before <> state"
                            + " and (before, state) not in " + TRANSITIONS),
            new SqlCheck(LOST, "I1", "the stock of the point is not what lies there", """
                    select p.id, p.code, p.stock, count(x.id) as lies from pickup_points.point p
                    left join pickup_points.parcel x on x.pvz_id = p.id
                        and x.state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT')
                    group by p.id, p.code, p.stock having p.stock <> count(x.id)"""),
            new SqlCheck(LOST, "I2", "the client has the parcel, the order does not know", """
                    select o.id, o.state, p.state as parcel from orders.orders o
                    join pickup_points.parcel p on p.order_id = o.id
                    where o.created_at >= ?::timestamptz
                      and (p.state = 'ISSUED') <> (o.state = 'ISSUED')
                      and (p.state in ('ISSUED') or o.state in ('ISSUED'))"""),
            new SqlCheck(LOST, "I3", "the client has the parcel but the ticket was not redeemed", """
                    select t.id, t.state from pickup_tickets.tickets t
                    join pickup_points.parcel p on p.order_id = t.order_id
                    where p.state = 'ISSUED' and t.state <> 'REDEEMED' and p.issued_at >= ?::timestamptz"""));

    private CounterPromises() {}
}
