package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Drains all shards that have something to publish, several at a time, until none has that nobody else is working on. */
public final class OutboxDrain {

    private static final int PIECES_IN_A_ROW = 8;

    /** Shards with pending rows (no key) and parked keys whose next attempt is due. */
    private static final String WORK = """
            select shard, null::text as key from eventing.outbox_pending_shards() shard
            union all
            (select shard, aggregate_id
             from eventing.outbox_parked
             where state = 'RETRYING' and next_attempt_at <= clock_timestamp()
             order by next_attempt_at
             limit 500)""";

    private static final String NEXT_DUE = """
            select greatest(0, ceil(extract(epoch from min(next_attempt_at) - clock_timestamp()) * 1000))::bigint
            from eventing.outbox_parked
            where state = 'RETRYING'
            having min(next_attempt_at) is not null""";

    private record Work(int shard, @Nullable String key) {}

    private final Database database;
    private final ChaosKnob chaos;
    private final OutboxLimits limits;
    private final ShardDrain shards;
    private final KeyRetry keys;
    private final AtomicInteger pieceRows;

    public OutboxDrain(
            Database database, OutboxProducer producer, ChaosKnob chaos, OutboxLimits limits, OutboxMetrics metrics) {
        this(
                database,
                chaos,
                new PublishingTools(producer, new RefusedTopics(), limits, metrics, CrashPoints.ofProcess()),
                Schedulers.boundedElastic());
    }

    OutboxDrain(Database database, ChaosKnob chaos, PublishingTools tools, Scheduler worker) {
        this.database = database;
        this.chaos = chaos;
        this.limits = tools.limits();
        this.pieceRows = new AtomicInteger(limits.rows());
        this.shards = new ShardDrain(database, tools, worker);
        this.keys = new KeyRetry(database, tools, worker);
    }

    /** Publishes what is pending and retries what is due; completes with the number of rows dealt with. */
    public Mono<Long> drain() {
        return chaos.policy()
                .flatMap(policy -> round(policy)
                        .expand(done -> done > 0 ? round(policy) : Mono.empty())
                        .reduce(0L, Long::sum));
    }

    /** How long until the next retry is due; empty when no key is being retried. */
    public Mono<Duration> nextRetry() {
        return database.reading(tx -> tx.first(NEXT_DUE, row -> Objects.requireNonNull(row.get(0, Long.class))))
                .map(Duration::ofMillis);
    }

    private Mono<Long> round(ChaosPolicy policy) {
        return database.reading(tx -> tx.all(WORK, OutboxDrain::work).collectList())
                .flatMapIterable(work -> {
                    List<List<Work>> byShard = new ArrayList<>(work.stream()
                            .collect(Collectors.groupingBy(Work::shard))
                            .values());
                    // Two instances that start together should not run into each other at every shard.
                    Collections.shuffle(byShard);
                    return byShard;
                })
                // A failure does not cancel the neighbour: it meets the same failure, and a half-read result must be
                // read to its end.
                .flatMapDelayError(
                        shard -> Flux.fromIterable(shard).concatMap(work -> perform(work, policy)),
                        limits.connections(),
                        1)
                .reduce(0L, Long::sum)
                .onErrorMap(failure -> Exceptions.unwrapMultiple(failure).getFirst());
    }

    private Mono<Long> perform(Work work, ChaosPolicy policy) {
        String key = work.key();
        return key == null
                ? drainShard(work.shard(), policy)
                : keys.retry(work.shard(), key, policy).map(attempted -> attempted ? 1L : 0L);
    }

    private Mono<Long> drainShard(int shard, ChaosPolicy policy) {
        return piece(shard, policy)
                .expand(piece -> piece.more() ? piece(shard, policy) : Mono.empty())
                .take(PIECES_IN_A_ROW)
                .reduce(0L, (sum, piece) -> sum + piece.rows());
    }

    /** After a failure of Kafka pieces are smaller, so that a slow Kafka acknowledges one in time and progress is made. */
    private Mono<ShardDrain.Piece> piece(int shard, ChaosPolicy policy) {
        return Mono.defer(() -> shards.drain(shard, pieceRows.get(), policy))
                .doOnNext(piece -> pieceRows.updateAndGet(rows -> Math.min(rows * 2, limits.rows())))
                .doOnError(OutboxUnavailable.class, away -> pieceRows.updateAndGet(rows -> Math.max(rows / 8, 1)));
    }

    private static Work work(Readable row) {
        return new Work(Objects.requireNonNull(row.get(0, Integer.class)), row.get(1, String.class));
    }
}
