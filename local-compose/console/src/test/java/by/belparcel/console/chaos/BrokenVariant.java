package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DISORDERED;
import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

/** Ways to break the database of an honest run, each with what the checker has to say of it. */
enum BrokenVariant {
    LOST_INBOX_ROW(LOST, "I2", """
            delete from eventing.inbox where ctid in (
                select x.ctid from eventing.inbox x where x.consumer = 'authorizeOrderOnPaymentAuthorized' limit 1)"""),
    EVENT_APPLIED_TWICE(DOUBLED, "I2", """
            alter table eventing.inbox drop constraint inbox_pkey;
            insert into eventing.inbox select * from eventing.inbox where consumer = 'authorizePaymentOnOrderCreated' limit 1"""),
    ORDER_PLACED_TWICE(DOUBLED, "I1", """
            drop index orders.orders_shop_order_ref;
            create temp table twin on commit drop as select * from orders.orders limit 1;
            update twin set id = gen_random_uuid(), number = number || 'x', quote_id = null;
            insert into orders.orders select * from twin"""),
    ACCEPTED_WITHOUT_EFFECT(LOST, "I1", """
            create temp table victim on commit drop as select id from orders.orders limit 1;
            delete from orders.batch_orders where order_id in (select id from victim);
            delete from orders.history where order_id in (select id from victim);
            delete from orders.orders where id in (select id from victim)"""),
    CREATED_NOT_LOGGED(LOST, "I1", """
            delete from eventing.outbox where event_id = (
                select event_id from eventing.outbox where type = 'by.belparcel.order.created.v1' limit 1)"""),
    CHARGED_TWICE(DOUBLED, "I5", """
            insert into provider_sim.charges (id, reference, amount, state, captured, captured_at)
            select id || '/2', reference || '/2', amount, state, captured, captured_at
            from provider_sim.charges where captured > 0 limit 1"""),
    TWO_PAYMENTS_OF_ONE_ORDER(DOUBLED, "I5", """
            alter table payments.payments drop constraint payments_order_id_key;
            create temp table twin on commit drop as select * from payments.payments limit 1;
            update twin set id = gen_random_uuid();
            insert into payments.payments select * from twin"""),
    HISTORY_WITH_A_GAP(DISORDERED, "I4", """
            delete from orders.history where version = 2 and order_id = (
                select id from orders.orders where version >= 3 limit 1)"""),
    ILLEGAL_TRANSITION(DISORDERED, "I6", """
            update orders.history set from_state = 'CANCELLED' where to_state = 'CONFIRMED' and order_id = (
                select order_id from orders.history where to_state = 'CONFIRMED' limit 1)"""),
    ENDED_TWICE(DOUBLED, "I6", """
            insert into orders.history (order_id, version, at, kind, from_state, to_state, reason, actor, cause)
            select order_id, version + 1, at, kind, from_state, to_state, reason, actor, cause
            from orders.history where to_state = 'CANCELLED' limit 1"""),
    LEDGER_OUT_OF_BALANCE(DISORDERED, "I5", """
            alter table payments.ledger disable trigger user;
            update payments.ledger set amount_minor = amount_minor + 1 where seq = (select min(seq) from payments.ledger)"""),
    CAPTURE_NOT_BOOKED(DISORDERED, "I5", """
            alter table payments.ledger disable trigger user;
            delete from payments.ledger where settlement_id = (select settlement_id from payments.ledger where kind = 'CAPTURE' limit 1)"""),
    MONEY_NEVER_TAKEN(LOST, "I5", """
            update payments.payments set state = 'AUTHORIZED', captured = 0, refunded = 0 where id = (
                select p.id from payments.payments p join orders.orders o on o.id = p.order_id
                where o.state in ('CONFIRMED', 'BATCHED') and p.state = 'CAPTURED' limit 1)"""),
    CANCELLED_WITH_CAPTURED_MONEY(LOST, "I5", """
            update payments.payments set state = 'CAPTURED', captured = fee, refunded = 0 where id = (
                select p.id from payments.payments p join orders.orders o on o.id = p.order_id
                where o.state = 'CANCELLED' and p.state in ('REFUNDED', 'VOIDED') limit 1)"""),
    UNPUBLISHED_ROW(LOST, "I2", """
            insert into eventing.outbox (shard, event_id, type, topic, aggregate_id, aggregate_version, correlation_id,
                                         causation_id, actor, data)
            select shard, gen_random_uuid(), 'by.belparcel.order.audited.v1', topic, aggregate_id, aggregate_version, correlation_id,
                causation_id, actor, data
            from eventing.outbox limit 1"""),
    PUBLISHED_IN_NAME_ONLY(LOST, "I2", """
            insert into eventing.outbox (shard, xid, event_id, type, topic, aggregate_id, aggregate_version, correlation_id,
                                         causation_id, actor, data)
            select shard, xid, gen_random_uuid(), 'by.belparcel.order.audited.v1', topic, aggregate_id, aggregate_version,
                correlation_id, causation_id, actor, data
            from eventing.outbox order by seq limit 1"""),
    STUCK_ORDER(LOST, "I8", """
            update orders.orders set state = 'AUTHORIZED' where id = (
                select id from orders.orders where state in ('CONFIRMED', 'BATCHED') limit 1)"""),
    NOBODY_DID_IT(DISORDERED, "I11", """
            update orders.history set actor = '' where ctid in (select ctid from orders.history limit 1)""");

    private final Violation.Kind kind;
    private final String invariant;
    private final String sql;

    BrokenVariant(Violation.Kind kind, String invariant, String sql) {
        this.kind = kind;
        this.invariant = invariant;
        this.sql = sql;
    }

    Violation.Kind kind() {
        return kind;
    }

    String invariant() {
        return invariant;
    }

    String sql() {
        return sql;
    }
}
