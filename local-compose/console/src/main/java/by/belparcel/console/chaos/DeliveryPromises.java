package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DISORDERED;
import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

import java.util.List;

/** The promises of the delivery chain that the database alone can show: orders, batches, trips, carriers, positions. */
final class DeliveryPromises {

    /** The transitions of domain delivery.md section 4, written down a second time on purpose. */
    private static final String TRIP_TRANSITIONS = """
            (values ('PLANNED', 'ASSIGNED'), ('PLANNED', 'CANCELLED'), ('ASSIGNED', 'PLANNED'), ('ASSIGNED', 'IN_TRANSIT'),
                    ('ASSIGNED', 'CANCELLED'), ('IN_TRANSIT', 'COMPLETED'))""";

    static final List<Check> ALL = List.of(
            new SqlCheck(DOUBLED, "I1", "the order is in several batches", """
                    select m.order_id, count(*) as batches from batching.members m join batching.batches b on b.id = m.batch_id
                    where m.active and b.state not in ('CANCELLED', 'SPLIT', 'DISBANDED') group by m.order_id having count(*) > 1"""),
            new SqlCheck(LOST, "I1", "the order travels but is in no batch", """
                    select o.id, o.state from orders.orders o
                    where o.state in ('BATCHED', 'IN_TRANSIT', 'AT_PVZ', 'READY', 'ISSUED') and o.created_at >= ?::timestamptz and not exists (
                        select from batching.members m join batching.batches b on b.id = m.batch_id
                        where m.order_id = o.id and m.active and b.state not in ('CANCELLED', 'SPLIT', 'DISBANDED'))"""),
            new SqlCheck(LOST, "I1", "its batch was handed over but the order was not", """
                    select o.id, o.state, b.number, b.state as batch_state from batching.batches b
                    join batching.members m on m.batch_id = b.id and m.active and not m.missing
                    join orders.orders o on o.id = m.order_id
                    where b.state in ('DELIVERED', 'RECEIVED') and b.opened_at >= ?::timestamptz
                      and o.state in ('CREATED', 'AUTHORIZED', 'CONFIRMED', 'BATCHED', 'IN_TRANSIT', 'AT_HUB')"""),
            new SqlCheck(DISORDERED, "I6", "the order lies at the pick-up point, its batch is still on the way", """
                    select o.id, o.state, b.number, b.state as batch_state from orders.orders o
                    join batching.members m on m.order_id = o.id and m.active join batching.batches b on b.id = m.batch_id
                    where o.state = 'AT_PVZ' and o.created_at >= ?::timestamptz
                      and b.state in ('OPEN', 'CLOSED', 'PLANNED', 'PICKED_UP')"""),
            new SqlCheck(LOST, "I2", "the batch belongs to another trip than its trip says", """
                    select b.id, b.number, b.state, b.trip_id, t.trip_id as known_to_trips from batching.batches b
                    left join trips.batch t on t.id = b.id
                    where b.state in ('PLANNED', 'PICKED_UP', 'DELIVERED') and b.opened_at >= ?::timestamptz
                      and b.trip_id is distinct from t.trip_id"""),
            new SqlCheck(LOST, "I8", "the trip is over but a batch of it is not", """
                    select t.id, t.number, b.number as batch, b.state from trips.trip t
                    join batching.batches b on b.trip_id = t.id
                    where t.state = 'COMPLETED' and t.created_at >= ?::timestamptz and b.state in ('PLANNED', 'PICKED_UP')"""),
            new SqlCheck(DOUBLED, "I6", "several carriers have the trip", """
                    select trip_id, count(*) as carriers from trips.assignment
                    where state in ('OFFERED', 'CONFIRMED') group by trip_id having count(*) > 1"""),
            new SqlCheck(DOUBLED, "I6", "the carrier drives several trips", """
                    select a.carrier_id, count(*) as trips, min(c.max_parallel_trips) as allowed from trips.assignment a
                    join trips.trip t on t.id = a.trip_id and t.state in ('ASSIGNED', 'IN_TRANSIT')
                    join trips.carrier c on c.id = a.carrier_id
                    where a.state in ('OFFERED', 'CONFIRMED') group by a.carrier_id having count(*) > min(c.max_parallel_trips)"""),
            new SqlCheck(LOST, "I6", "the trip has a carrier's name but no live assignment", """
                    select t.id, t.number, t.state, t.carrier_id from trips.trip t
                    where t.state in ('ASSIGNED', 'IN_TRANSIT') and t.created_at >= ?::timestamptz and not t.handover_required
                      and not exists (select from trips.assignment a
                          where a.trip_id = t.id and a.state in ('OFFERED', 'CONFIRMED') and a.carrier_id = t.carrier_id)"""),
            new SqlCheck(
                    DISORDERED,
                    "I6",
                    "transition of a trip that is not allowed",
                    "select * from (select trip_id, version, lag(state) over (partition by trip_id order by no) as before, state"
                            + " from trips.history where at >= ?::timestamptz) h where before <> state"
                            + " and (before, state) not in " + TRIP_TRANSITIONS),
            new SqlCheck(DISORDERED, "I10", "a marker of a trip that is not on its way", """
                    select l.trip_id, t.state from tracking.carrier_locations l join tracking.trip t on t.trip_id = l.trip_id
                    where t.state <> 'IN_TRANSIT'"""),
            new SqlCheck(DISORDERED, "I10", "tracking and trips tell different states", """
                    select t.id, t.number, t.state, k.state as tracked from trips.trip t
                    left join tracking.trip k on k.trip_id = t.id::text
                    where t.created_at >= ?::timestamptz and k.state is distinct from t.state"""));

    private DeliveryPromises() {}
}
