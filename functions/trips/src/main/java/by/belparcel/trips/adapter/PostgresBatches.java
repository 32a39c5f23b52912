package by.belparcel.trips.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.BatchState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.KnownBatch;
import by.belparcel.trips.model.TripBatch;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** What is known of batches, in PostgreSQL. Locks are advisory: rows are locked by whoever holds their trip. */
public final class PostgresBatches implements Batches {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 1))::text as locked";

    private static final String FIND = """
            select state, trip_id::text as trip_id, content::text as content, closed_sequence, removed_orders, removed_sequences,
                   attempts
            from trips.batch
            where id = $1::uuid
            """;

    private static final String STORE = """
            insert into trips.batch as b (id, state, trip_id, origin_id, content, closed_sequence, since)
            values ($1::uuid, 'CLOSED', null, $2::uuid, $3::jsonb, $4, $5)
            on conflict (id) do update
            set state = 'CLOSED', trip_id = null, origin_id = excluded.origin_id, content = excluded.content,
                closed_sequence = greatest(b.closed_sequence, excluded.closed_sequence), since = excluded.since
            """;

    private static final String TOLD =
            "update trips.batch set closed_sequence = greatest(closed_sequence, $2) where id = $1::uuid";

    private static final String WAITING = """
            update trips.batch
            set state = 'CLOSED', trip_id = null, reason = $2, attempts = attempts + 1, since = $3
            where id = $1::uuid
            """;

    private static final String REMOVED_EARLY = """
            insert into trips.batch as b (id, state, removed_orders, removed_sequences, since)
            values ($1::uuid, 'OPEN', array[$2], array[$3::bigint], $4)
            on conflict (id) do update
            set removed_orders = b.removed_orders || excluded.removed_orders,
                removed_sequences = b.removed_sequences || excluded.removed_sequences
            """;

    private static final String CANCELLED = """
            insert into trips.batch (id, state, since)
            values ($1::uuid, 'CANCELLED', $2)
            on conflict (id) do update
            set state = 'CANCELLED', since = excluded.since
            """;

    private static final String RELEASE = """
            update trips.batch b
            set state = 'CLOSED', trip_id = null, content = new.content::jsonb, reason = $3, since = $4
            from unnest($1::text[], $2::text[]) as new (id, content)
            where b.id = new.id::uuid
            """;

    private static final String WAITING_FOR = """
            select id::text as id
            from trips.batch
            where state = 'CLOSED' and content ->> 'dest_id' = $1
            order by since
            """;

    @Override
    public Mono<Void> lock(Transaction tx, String batchId) {
        return lockOn(tx, "trips.batch:" + batchId);
    }

    @Override
    public Mono<Void> lockOrigin(Transaction tx, String originId) {
        return lockOn(tx, "trips.origin:" + originId);
    }

    private static Mono<Void> lockOn(Transaction tx, String name) {
        return tx.first(LOCK, row -> name, name).then();
    }

    @Override
    public Mono<KnownBatch> find(Transaction tx, String batchId) {
        return tx.first(FIND, PostgresBatches::known, batchId);
    }

    @Override
    public Mono<Void> store(Transaction tx, TripBatch batch, long sequence, Instant at) {
        String content = Json.mapper().writeValueAsString(batch.withState(BatchState.CLOSED));
        return tx.update(STORE, batch.id(), batch.originId(), content, sequence, at)
                .then();
    }

    @Override
    public Mono<Void> told(Transaction tx, String batchId, long sequence) {
        return tx.update(TOLD, batchId, sequence).then();
    }

    @Override
    public Mono<Void> waiting(Transaction tx, String batchId, String reason, Instant at) {
        return tx.update(WAITING, batchId, reason, at).then();
    }

    @Override
    public Mono<Void> removedEarly(Transaction tx, String batchId, String orderId, long sequence, Instant at) {
        return tx.update(REMOVED_EARLY, batchId, orderId, sequence, at).then();
    }

    @Override
    public Mono<Void> cancelled(Transaction tx, String batchId, Instant at) {
        return tx.update(CANCELLED, batchId, at).then();
    }

    @Override
    public Mono<Void> release(Transaction tx, List<TripBatch> batches, String reason, Instant at) {
        Stream<String> contents =
                batches.stream().map(batch -> Json.mapper().writeValueAsString(batch.withState(BatchState.CLOSED)));
        return tx.update(
                        RELEASE,
                        batches.stream().map(TripBatch::id).toArray(String[]::new),
                        contents.toArray(String[]::new),
                        reason,
                        at)
                .then();
    }

    @Override
    public Mono<List<String>> waitingFor(Transaction tx, String placeId) {
        return tx.all(WAITING_FOR, row -> TripRows.text(row, "id"), placeId).collectList();
    }

    private static KnownBatch known(Readable row) {
        String content = row.get("content", String.class);
        String[] orders = Objects.requireNonNull(row.get("removed_orders", String[].class));
        Long[] sequences = Objects.requireNonNull(row.get("removed_sequences", Long[].class));
        List<KnownBatch.Removed> removed = new ArrayList<>();
        for (int i = 0; i < orders.length; i++) {
            removed.add(new KnownBatch.Removed(orders[i], sequences[i]));
        }
        return new KnownBatch(
                BatchState.valueOf(TripRows.text(row, "state")),
                row.get("trip_id", String.class),
                content == null ? null : Json.mapper().readValue(content, TripBatch.class),
                TripRows.number(row, "closed_sequence"),
                removed,
                Objects.requireNonNull(row.get("attempts", Integer.class)));
    }
}
