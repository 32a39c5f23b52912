package by.belparcel.orders.adapter;

/** Statements on the orders of a batch. */
final class BatchSql {

    private static final String CONCERNED = """
            where o.id in (
                select unnest($2::text[]::uuid[])
                union select order_id from orders.batch_orders where $3 and batch_id = $1::uuid)
            """;

    /** Always in the order of ids, so two batches that share orders cannot deadlock. */
    static final String LOCK = "select o.id::text as id from orders.orders o " + CONCERNED + "order by o.id for update";

    /** A statement of its own: it sees what others committed while the lock was waited for. */
    static final String FACTS = "select q.*, b.membership, exists (" + """
                select from orders.batch_orders e
                where e.order_id = q.id::uuid and e.batch_id <> $1::uuid
                  and e.membership in ('IN', 'LEFT_BEHIND')) as waits_elsewhere
            from (
            """ + OrderSql.COLUMNS + CONCERNED + """
            ) q left join orders.batch_orders b on b.batch_id = $1::uuid and b.order_id = q.id::uuid
            order by q.id
            """;

    /** An empty state means that only the membership changes; an empty hub leaves the hub as it is. */
    static final String SAVE = """
            with move as (
                select order_id, membership, from_state, nullif(to_state, '') as to_state, version, nullif(reason, '') as reason,
                       nullif(hub_id, '')::uuid as hub_id
                from unnest($2::text[]::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[])
                    as m (order_id, membership, from_state, to_state, version, reason, hub_id)),
            moved as (
                update orders.orders o
                set state = move.to_state, version = move.version, hub_id = coalesce(move.hub_id, o.hub_id), updated_at = $9
                from move
                where o.id = move.order_id and move.to_state is not null and o.version = move.version - 1
                returning o.id),
            kept as (
                insert into orders.batch_orders as old (batch_id, order_id, membership, at)
                select $1::uuid, order_id, membership, $9 from move
                on conflict (batch_id, order_id) do update set membership = excluded.membership, at = excluded.at),
            written as (
                insert into orders.history (order_id, version, at, kind, from_state, to_state, reason, detail, actor, cause)
                select moved.id, move.version, $9, 'STATE', move.from_state, move.to_state, move.reason, $10, $11, $12
                from moved join move on move.order_id = moved.id)
            select count(*) as moved from moved
            """;

    /** A batch is split on the road: an order that still waits in it was not seen to be picked up. */
    static final String SPLIT = """
            with part as (
                select * from unnest($2::text[]::uuid[], $3::text[]::uuid[]) as p (child_id, order_id)),
            held as (
                select part.child_id, part.order_id, b.membership
                from part join orders.batch_orders b on b.batch_id = $1::uuid and b.order_id = part.order_id
                where b.membership <> 'IN'),
            copied as (
                insert into orders.batch_orders (batch_id, order_id, membership, at)
                select child_id, order_id, membership, $4 from held
                on conflict do nothing),
            emptied as (
                update orders.batch_orders
                set membership = 'OUT', at = $4
                where batch_id = $1::uuid and order_id in (select order_id from part where child_id <> $1::uuid))
            select count(*) as held from held
            """;

    private BatchSql() {}
}
