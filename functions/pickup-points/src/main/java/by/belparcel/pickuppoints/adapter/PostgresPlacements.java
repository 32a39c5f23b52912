package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.following.Placements;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which batch an order is in, in PostgreSQL; every method is one statement. */
public final class PostgresPlacements implements Placements {

    /** A batch is split a few times at most; the bound only keeps a damaged chain from running for ever. */
    private static final String WHEREABOUTS = """
            with recursive way as (
                select $1::uuid as batch_id, 0 as step
                union all
                select part.child_id, way.step + 1
                from way join pickup_points.batch_part part on part.parent_id = way.batch_id and part.order_id = $2::uuid
                where way.step < 20)
            select batch_id::text as id from way order by step desc limit 1
            """;

    private static final String MOVE = """
            with parts as (
                insert into pickup_points.batch_part (parent_id, order_id, child_id)
                select $1::uuid, id::uuid, $3::uuid from unnest($2::text[]) as moved (id)
                on conflict (parent_id, order_id) do update set child_id = excluded.child_id),
            expected as (
                update pickup_points.parcel set batch_id = $3::uuid
                where batch_id = $1::uuid and order_id = any ($2::text[]::uuid[]) and state = 'EXPECTED')
            update pickup_points.announced set batch_id = $3::uuid
            where batch_id = $1::uuid and order_id = any ($2::text[]::uuid[])
            """;

    private static final String TAKE = """
            update pickup_points.announced a set batch_id = $1::uuid
            where a.order_id = any ($2::text[]::uuid[]) and a.batch_id is distinct from $1::uuid and a.at <= $3
              and not exists (
                  select from pickup_points.batch_part part where part.parent_id = $1::uuid and part.order_id = a.order_id)
            """;

    @Override
    public Mono<Optional<String>> whereabouts(Transaction tx, String batchId, String orderId) {
        return tx.first(WHEREABOUTS, row -> Optional.ofNullable(row.get("id", String.class)), batchId, orderId);
    }

    @Override
    public Mono<Void> move(Transaction tx, String parentId, Collection<String> orderIds, @Nullable String childId) {
        return orderIds.isEmpty()
                ? Mono.empty()
                : tx.update(MOVE, parentId, orderIds.toArray(String[]::new), childId)
                        .then();
    }

    @Override
    public Mono<Void> take(Transaction tx, String batchId, Collection<String> orderIds, Instant at) {
        return orderIds.isEmpty()
                ? Mono.empty()
                : tx.update(TAKE, batchId, orderIds.toArray(String[]::new), at).then();
    }
}
