package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tries a parked key again: its first row alone, and when Kafka takes that the rows behind it in order. */
final class KeyRetry {

    private static final int ROWS = 1_000;

    private static final String LOCK =
            "select shard::int from eventing.outbox_cursor where shard = $1::smallint for update skip locked";

    private static final String FIND = """
            select attempts, first_seq, coalesce(frozen_to, 9223372036854775807)
            from eventing.outbox_parked
            where shard = $1::smallint and aggregate_id = $2 and state = 'RETRYING'
              and next_attempt_at <= clock_timestamp()""";

    private record Parked(int attempts, long firstSeq, long frozenTo) {}

    private final Database database;
    private final PublishingTools tools;
    private final Scheduler worker;

    KeyRetry(Database database, PublishingTools tools, Scheduler worker) {
        this.database = database;
        this.tools = tools;
        this.worker = worker;
    }

    /** Whether an attempt was made; false when another instance works on the shard or the key is not due. */
    Mono<Boolean> retry(int shard, String key, ChaosPolicy chaos) {
        return database.inTransaction(tx -> tx.first(
                                LOCK, row -> Objects.requireNonNull(row.get(0, Integer.class)), shard)
                        .flatMap(locked -> tx.first(
                                FIND,
                                row -> new Parked(
                                        Objects.requireNonNull(row.get(0, Integer.class)),
                                        Objects.requireNonNull(row.get(1, Long.class)),
                                        Objects.requireNonNull(row.get(2, Long.class))),
                                shard,
                                key))
                        .flatMap(
                                parked -> attempt(tx, shard, key, parked, chaos).thenReturn(true))
                        .defaultIfEmpty(false))
                .doOnError(tools.metrics()::failed);
    }

    private Mono<Void> attempt(Transaction tx, int shard, String key, Parked parked, ChaosPolicy chaos) {
        return Mono.defer(() -> {
            long deadline = System.nanoTime() + tools.limits().time().toNanos();
            Publication publication = new Publication(tools, chaos, Set.of(), true, deadline);
            Flux<LogRow> rows = tx.all(LogQueries.HELD, LogQueries::row, shard, key, parked.frozenTo(), ROWS);
            return rows.collectList()
                    .publishOn(worker)
                    .map(list -> {
                        publication.offerAll(list);
                        return publication.finish();
                    })
                    .flatMap(result -> settle(tx, shard, key, parked, result));
        });
    }

    private Mono<Void> settle(Transaction tx, int shard, String key, Parked parked, Publication.Result result) {
        int attempts = parked.attempts() + 1;
        long refusedSeq = result.held().isEmpty()
                ? Long.MAX_VALUE
                : result.held().getFirst().seq();
        Mono<Void> release = ParkedKeys.release(
                tx, shard, key, parked.firstSeq(), result.lastSeq(), refusedSeq, result.sent(), attempts);
        Map<String, String> refusals = result.refusals();
        if (refusals.isEmpty()) {
            return release.then(ParkedKeys.free(tx, shard, key, result.lastSeq()));
        }
        // A row further back failed for the first time: it has its own attempts.
        int failed = result.sent() > 0 ? 1 : attempts;
        tools.metrics().parked(1, failed >= tools.limits().attempts() ? 1 : 0);
        return release.then(
                ParkedKeys.fail(tx, shard, key, failed, refusedSeq, String.valueOf(refusals.get(key)), tools.limits()));
    }
}
