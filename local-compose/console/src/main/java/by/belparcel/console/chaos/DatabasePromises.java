package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DISORDERED;
import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

import java.util.List;

/** The promises that the database alone can show. Each question finds the rows that break one. */
final class DatabasePromises {

    /** The transitions of domain orders-and-payments 1.2, written down a second time on purpose. */
    private static final String TRANSITIONS = """
            (values ('CREATED', 'AUTHORIZED'), ('CREATED', 'CANCELLED'), ('AUTHORIZED', 'CONFIRMED'), ('AUTHORIZED', 'CANCELLED'),
                    ('CONFIRMED', 'BATCHED'), ('CONFIRMED', 'CANCELLED'), ('BATCHED', 'CONFIRMED'), ('BATCHED', 'AT_HUB'), ('BATCHED', 'IN_TRANSIT'),
                    ('BATCHED', 'CANCELLED'), ('IN_TRANSIT', 'AT_HUB'), ('IN_TRANSIT', 'AT_PVZ'), ('IN_TRANSIT', 'MISSING'),
                    ('AT_HUB', 'BATCHED'), ('AT_PVZ', 'READY'), ('AT_PVZ', 'MISSING'), ('MISSING', 'READY'), ('MISSING', 'LOST'),
                    ('READY', 'ISSUED'), ('READY', 'OVERDUE'), ('READY', 'RETURNING'), ('OVERDUE', 'READY'), ('OVERDUE', 'RETURNING'),
                    ('ISSUED', 'CLIENT_RETURNED'), ('CLIENT_RETURNED', 'RETURNING'), ('RETURNING', 'RETURNED'))""";

    private static final String DELIVERIES = """
            select o.event_id, o.type, o.aggregate_id, s.consumer, count(distinct x.ctid) as inbox, count(distinct d.id) as dead
            from eventing.outbox o
            join operations.subscriptions s on s.event_type = o.type and o.attributes @> s.attributes
            left join eventing.inbox x
                on x.consumer = s.consumer and x.event_source = o.source and x.event_id = o.event_id::text
            left join operations.dead_letters d
                on d.consumer = s.consumer and d.event_source = o.source and d.event_id = o.event_id::text
                and d.state in ('OPEN', 'REDRIVING', 'PARKED')
            where o.created_at >= ?::timestamptz and o.attributes ->> 'targetconsumer' is null
            group by o.event_id, o.type, o.aggregate_id, s.consumer""";

    static final List<Check> ALL = List.of(
            new SqlCheck(
                    LOST,
                    "I2",
                    "no consumer's inbox and no dead letter has the event",
                    DELIVERIES + " having count(x.event_id) + count(d.id) = 0"),
            new SqlCheck(
                    DOUBLED,
                    "I2",
                    "one consumer applied the event more than once",
                    DELIVERIES + " having count(distinct x.ctid) > 1"),
            new SqlCheck(
                    LOST,
                    "I2",
                    "waits in the outbox",
                    "select seq, event_id, type, aggregate_id, publishing from eventing.outbox_log where publishing <> 'PUBLISHED'"),
            new SqlCheck(DOUBLED, "I2", "the log has the event twice", """
                    select event_id, count(*) from eventing.outbox where attributes ->> 'targetconsumer' is null
                    group by event_id having count(*) > 1"""),
            new SqlCheck(DOUBLED, "I1", "the shop's reference has several orders", """
                    select shop_id, shop_order_ref, count(*), min(id::text), max(id::text) from orders.orders
                    group by shop_id, shop_order_ref having count(*) > 1"""),
            new SqlCheck(DISORDERED, "I4", "the history of the order has a gap", """
                    select o.id, o.version, count(h.version) as entries, max(h.version) as newest
                    from orders.orders o left join orders.history h on h.order_id = o.id
                    group by o.id, o.version having count(h.version) <> o.version or max(h.version) <> o.version"""),
            new SqlCheck(DISORDERED, "I4", "the log has no event of a version of the order", """
                    select h.order_id, h.version, h.to_state from orders.history h
                    where h.kind = 'STATE' and h.at >= ?::timestamptz and not exists (
                        select from eventing.outbox e where e.aggregate_id = h.order_id::text and e.aggregate_version = h.version)"""),
            new SqlCheck(
                    DISORDERED,
                    "I6",
                    "transition that is not allowed",
                    "select h.* from orders.history h where h.kind = 'STATE' and h.from_state is not null"
                            + " and (h.from_state, h.to_state) not in " + TRANSITIONS),
            new SqlCheck(DISORDERED, "I6", "the state does not follow from the one before", """
                    select order_id, version, before, from_state, to_state
                    from (select *, lag(to_state) over (partition by order_id order by version) as before from orders.history) h
                    where kind = 'STATE' and before is distinct from from_state"""),
            new SqlCheck(DISORDERED, "I6", "the order is not in the state that its history ends with", """
                    select o.id, o.state, h.to_state from orders.orders o
                    join orders.history h on h.order_id = o.id and h.version = o.version where h.to_state <> o.state"""),
            new SqlCheck(DOUBLED, "I6", "ended more than once", """
                    select order_id, to_state, count(*) from orders.history
                    where kind = 'STATE' and to_state in ('CANCELLED', 'RETURNED', 'LOST') group by order_id, to_state having count(*) > 1"""),
            new SqlCheck(LOST, "I8", "the order came to no end", """
                    select id, state, updated_at from orders.orders
                    where state in ('CREATED', 'AUTHORIZED') and created_at >= ?::timestamptz"""),
            new SqlCheck(DISORDERED, "I5", "settlement that does not sum to zero", """
                    select settlement_id, currency, sum(amount_minor) as off from payments.ledger
                    group by settlement_id, currency having sum(amount_minor) <> 0"""),
            new SqlCheck(DISORDERED, "I5", "the payment and its ledger lines tell different sums", """
                    select p.id, p.state, p.captured, p.refunded, coalesce(l.captured, 0) as booked, coalesce(l.refunded, 0) as booked_back
                    from payments.payments p
                    left join (select payment_id, sum(amount_minor) filter (where kind = 'CAPTURE') as captured,
                                   -sum(amount_minor) filter (where kind = 'REFUND') as refunded
                               from payments.ledger where account ~ '^(clearing:|cash:|receivable:)' group by payment_id) l
                        on l.payment_id = p.id
                    where p.captured <> coalesce(l.captured, 0) or p.refunded <> coalesce(l.refunded, 0)"""),
            new SqlCheck(DOUBLED, "I5", "the provider charged the payment twice", """
                    select split_part(id, '/', 1) as payment, count(*) as charges, sum(captured) as captured
                    from provider_sim.charges where captured > 0 group by 1 having count(*) > 1"""),
            new SqlCheck(DOUBLED, "I5", "the order has several payments", """
                    select order_id, count(*) from payments.payments group by order_id having count(*) > 1"""),
            new SqlCheck(DISORDERED, "I5", "the provider's book and ours differ", """
                    select p.id, p.state, p.captured, p.refunded, coalesce(c.captured, 0) as provider_captured,
                        coalesce(r.refunded, 0) as provider_refunded
                    from payments.payments p
                    left join (select split_part(id, '/', 1) as payment, sum(captured) as captured from provider_sim.charges group by 1) c
                        on c.payment = p.id::text
                    left join (select split_part(charge_id, '/', 1) as payment, sum(amount) as refunded
                               from provider_sim.refunds where state = 'DONE' group by 1) r on r.payment = p.id::text
                    where p.provider = 'fake' and p.requested_at >= ?::timestamptz
                      and (p.captured <> coalesce(c.captured, 0) or p.refunded <> coalesce(r.refunded, 0))"""),
            new SqlCheck(LOST, "I5", "confirmed and prepaid, but the money was not taken", """
                    select o.id, o.price, p.state, p.captured from orders.orders o left join payments.payments p on p.order_id = o.id
                    where o.state not in ('CREATED', 'AUTHORIZED', 'CANCELLED') and o.payment_method = 'CARD_PREPAID' and o.created_at >= ?::timestamptz
                      and coalesce(p.captured, -1) <> o.price"""),
            new SqlCheck(LOST, "I5", "cancelled, but money is still held", """
                    select o.id, o.cancel_reason, p.id as payment, p.state, p.captured, p.refunded, c.state as charge
                    from orders.orders o join payments.payments p on p.order_id = o.id
                    left join provider_sim.charges c on split_part(c.id, '/', 1) = p.id::text
                    where o.state = 'CANCELLED' and o.created_at >= ?::timestamptz
                      and (p.state in ('REQUESTED', 'UNKNOWN', 'AUTHORIZED', 'VOIDING', 'CAPTURED', 'PARTIALLY_REFUNDED')
                           or c.state = 'AUTHORIZED' or p.captured > p.refunded)"""),
            new SqlCheck(DISORDERED, "I6", "cancelled, but its pickup ticket is alive", """
                    select o.id, t.id as ticket, t.state from orders.orders o join pickup_tickets.tickets t on t.order_id = o.id
                    where o.state = 'CANCELLED' and o.created_at >= ?::timestamptz and t.state not in ('REVOKED', 'EXPIRED')"""),
            new SqlCheck(DISORDERED, "I7", "idle in a transaction", """
                    select pid, application_name, now() - state_change as since, left(query, 80) as query from pg_stat_activity
                    where state like 'idle in transaction%' and now() - state_change > interval '30 seconds'"""),
            new SqlCheck(DISORDERED, "I11", "nobody did it, or for no reason", """
                    select order_id::text as subject, version, actor, cause from orders.history where actor = '' or cause = ''
                    union all
                    select event_id::text, aggregate_version, actor, causation_id from eventing.outbox
                    where created_at >= ?::timestamptz and (actor = '' or causation_id = '' or correlation_id = '')"""));

    private DatabasePromises() {}
}
