package by.belparcel.orders.adapter;

/** Statements of the aggregate. */
final class OrderSql {

    /** Continue with a condition. */
    static final String COLUMNS = """
            select o.id::text as id, o.number, o.shop_id::text as shop_id, o.shop_order_ref,
                   o.warehouse_id::text as warehouse_id, o.pvz_id::text as pvz_id, o.state, o.version,
                   (o.on_hold or coalesce(f.state = 'CAPTURE_FAILED', false)) as on_hold,
                   o.cancel_reason, o.hub_id::text as hub_id, o.payment_method, o.goods_amount, o.price, o.ruleset_version,
                   o.price_lines::text as price_lines, o.price_facts::text as price_facts, o.quote_id::text as quote_id,
                   o.options::text as options, o.parcels::text as parcels, o.at_pvz::text as at_pvz, o.locale, o.desired_date, o.promised_at,
                   o.contact_key, o.contact, o.phone_index, o.phone_last4, o.payment_id::text as payment_id,
                   o.pickup_ticket_id::text as pickup_ticket_id, o.correlation_id, o.created_at, o.updated_at,
                   f.payment_id::text as fact_payment_id, f.state as fact_state, f.code as fact_code,
                   f.sequence as fact_sequence, f.at as fact_at
            from orders.orders o left join orders.payments f on f.order_id = o.id
            """;

    static final String BY_ID = COLUMNS + "where o.id = $1::uuid";

    static final String BY_NUMBER = COLUMNS + "where o.number = $1";

    static final String LOCK = COLUMNS + "where o.id = $1::uuid for update of o";

    static final String INSERT = """
            with placed as (
                insert into orders.orders (
                    id, number, shop_id, shop_order_ref, warehouse_id, pvz_id, state, version, payment_method, goods_amount,
                    price, ruleset_version, price_lines, price_facts, quote_id, options, parcels, locale, desired_date,
                    promised_at, contact_key, contact, phone_index, phone_last4, correlation_id, created_at, updated_at)
                values (
                    $1::uuid, $2, $3::uuid, $4, $5::uuid, $6::uuid, 'CREATED', 1, $7, $8::bigint,
                    $9, $10, $11::jsonb, $12::jsonb, $13::uuid, $14::jsonb, $15::jsonb, $16, $17::date,
                    $18, $19, $20, $21, $22, $23, $24, $24)
                on conflict do nothing
                returning id)
            insert into orders.history (order_id, version, at, kind, to_state, actor, cause)
            select id, 1, $24, 'STATE', 'CREATED', $25, $26 from placed
            """;

    static final String SAVE = """
            with moved as (
                update orders.orders
                set state = $2, version = $3, payment_id = $4::uuid, pickup_ticket_id = $5::uuid,
                    cancel_reason = coalesce($6::text, cancel_reason), updated_at = $7
                where id = $1::uuid
                returning id)
            insert into orders.history (order_id, version, at, kind, from_state, to_state, reason, detail, actor, cause)
            select moved.id, step.version, $7, 'STATE', step.from_state, step.to_state, $6::text, $8::text, $9, $10
            from moved, unnest($11::bigint[], $12::text[], $13::text[]) as step (version, from_state, to_state)
            """;

    /** An empty reason stands for none, which arrays of the driver do not take. */
    static final String SAVE_AT_PVZ = """
            with moved as (
                update orders.orders
                set state = $2, version = $3, at_pvz = $4::jsonb, updated_at = $5
                where id = $1::uuid
                returning id)
            insert into orders.history (order_id, version, at, kind, from_state, to_state, reason, detail, actor, cause)
            select moved.id, step.version, $5, 'STATE', step.from_state, step.to_state, nullif(step.reason, ''), $6::text, $7, $8
            from moved, unnest($9::bigint[], $10::text[], $11::text[], $12::text[])
                as step (version, from_state, to_state, reason)
            """;

    /** A version of its own without a change of state. */
    static final String NOTE = """
            with noted as (
                update orders.orders set version = version + 1, updated_at = $2
                where id = $1::uuid
                returning id, version, state)
            insert into orders.history (order_id, version, at, kind, from_state, to_state, reason, detail, actor, cause)
            select id, version, $2, $3, state, state, $4::text, $5::text, $6, $7 from noted
            returning version
            """;

    /** Once, and only while the client holds the parcels. */
    static final String COMPLETE = """
            with completed as (
                update orders.orders set version = version + 1, completed_at = $2, updated_at = $2
                where id = $1::uuid and state = 'ISSUED' and completed_at is null
                returning id, version, state)
            insert into orders.history (order_id, version, at, kind, from_state, to_state, actor, cause)
            select id, version, $2, 'COMPLETED', state, state, $3, $4 from completed
            returning version
            """;

    static final String SAVE_CONTACT = """
            with changed as (
                update orders.orders
                set version = $2, locale = $3, contact_key = $4, contact = $5, phone_index = $6, phone_last4 = $7,
                    updated_at = $8
                where id = $1::uuid
                returning id, state)
            insert into orders.history (order_id, version, at, kind, from_state, to_state, detail, actor, cause)
            select id, $2, $8, 'RECIPIENT', state, state, $9, $10, $11 from changed
            """;

    static final String HISTORY = """
            select version, at, kind, from_state, to_state, reason, detail, actor
            from orders.history
            where order_id = $1::uuid
            order by version
            """;

    static final String CONFLICT = """
            select id::text as id, shop_order_ref = $2 and shop_id = $1::uuid as same_reference
            from orders.orders
            where (shop_id = $1::uuid and shop_order_ref = $2) or quote_id = $3::uuid
            order by same_reference desc
            limit 1
            """;

    private OrderSql() {}
}
