package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.InboundState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Batches on their way in PostgreSQL; every method is one statement. */
public final class PostgresInboundBatches implements InboundBatches {

    private static final String COLUMNS = """
            id::text as id, pvz_id::text as pvz_id, to_hub, state, version, delivered_at, received_at, body_hash
            """;

    private static final String OPEN = """
            insert into pickup_points.batch as old (id, state, version, updated_at) values ($1::uuid, 'ANNOUNCED', 1, $2)
            on conflict (id) do update set updated_at = old.updated_at
            returning
            """ + COLUMNS;

    private static final String LOCK = "select " + COLUMNS + " from pickup_points.batch where id = $1::uuid for update";

    private static final String SAVE = """
            update pickup_points.batch
            set pvz_id = $2::uuid, to_hub = $3, state = $4, version = $5, delivered_at = $6::timestamptz,
                received_at = $7::timestamptz, body_hash = $8, updated_at = $9
            where id = $1::uuid
            """;

    private static final String NAME = "update pickup_points.batch set orders = $2::text[]::uuid[] where id = $1::uuid";

    private static final String COMPLETE = """
            select b.orders is not null and not exists (
                select from unnest(b.orders) as o (id)
                where not exists (select from pickup_points.announced a where a.order_id = o.id)) as complete
            from pickup_points.batch b where b.id = $1::uuid
            """;

    @Override
    public Mono<InboundBatch> open(Transaction tx, String id, Instant now) {
        return tx.first(OPEN, PostgresInboundBatches::batch, id, now);
    }

    @Override
    public Mono<InboundBatch> lock(Transaction tx, String id) {
        return tx.first(LOCK, PostgresInboundBatches::batch, id);
    }

    @Override
    public Mono<InboundBatch> save(Transaction tx, InboundBatch before, InboundBatch after, Instant now) {
        return after.equals(before)
                ? Mono.just(after)
                : tx.update(
                                SAVE,
                                after.id(),
                                after.destination(),
                                after.toHub(),
                                after.state().name(),
                                after.version(),
                                after.deliveredAt(),
                                after.receivedAt(),
                                after.bodyHash(),
                                now)
                        .thenReturn(after);
    }

    @Override
    public Mono<Void> name(Transaction tx, String id, List<String> orders) {
        return tx.update(NAME, id, orders.toArray(String[]::new)).then();
    }

    @Override
    public Mono<Boolean> complete(Transaction tx, String id) {
        return tx.first(COMPLETE, row -> ParcelRows.flag(row, "complete"), id);
    }

    private static InboundBatch batch(Readable row) {
        return new InboundBatch(
                ParcelRows.text(row, "id"),
                row.get("pvz_id", String.class),
                ParcelRows.flag(row, "to_hub"),
                InboundState.valueOf(ParcelRows.text(row, "state")),
                ParcelRows.number(row, "version"),
                row.get("delivered_at", Instant.class),
                row.get("received_at", Instant.class),
                row.get("body_hash", String.class));
    }
}
