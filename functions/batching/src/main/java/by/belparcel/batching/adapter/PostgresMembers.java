package by.belparcel.batching.adapter;

import by.belparcel.batching.application.Members;
import by.belparcel.batching.model.Cargo;
import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The orders of batches in PostgreSQL. */
public final class PostgresMembers implements Members {

    private static final String OF = """
            select order_id::text as order_id, weight_g, volume_cm3, ready_at
            from batching.members
            where batch_id = $1::uuid and active
            order by ready_at, order_id
            """;

    private static final String HOLDING =
            "select batch_id::text as id from batching.members where order_id = $1::uuid and active";

    private static final String MISS = """
            update batching.members set missing = true
            where batch_id = $1::uuid and active and order_id = any($2::text[]::uuid[])
            """;

    private static final String RELEASE = """
            with released as (
                update batching.members set active = false where batch_id = $1::uuid and active returning order_id)
            select order_id::text as id
            from batching.members
            where batch_id = $1::uuid and not missing
            order by order_id
            """;

    @Override
    public Mono<List<Cargo>> of(Transaction tx, String batchId) {
        return tx.all(OF, Rows::cargo, batchId).collectList();
    }

    @Override
    public Mono<String> holding(Transaction tx, String orderId) {
        return tx.first(HOLDING, row -> Rows.text(row, "id"), orderId);
    }

    @Override
    public Mono<Void> miss(Transaction tx, String batchId, Collection<String> orderIds) {
        return orderIds.isEmpty()
                ? Mono.empty()
                : tx.update(MISS, batchId, Rows.ids(orderIds)).then();
    }

    @Override
    public Mono<List<String>> release(Transaction tx, String batchId) {
        return tx.all(RELEASE, row -> Rows.text(row, "id"), batchId).collectList();
    }
}
