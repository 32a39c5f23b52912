package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Publishes one piece of a shard in one transaction: locks the cursor row, reads the rows that the new snapshot shows and the
 * old one did not in the order of {@code seq}, sends them, waits for every acknowledgement, moves the cursor, commits.
 */
final class ShardDrain {

    private static final int CHUNK = 256;

    private static final String LOCK = """
            select win_from::text, win_to::text, after_seq
            from eventing.outbox_cursor
            where shard = $1::smallint
            for update skip locked""";

    /** A statement of its own: its snapshot must be younger than the lock, or it could lie before {@code win_from}. */
    private static final String CLAIM = """
            select coalesce($1::text, pg_current_snapshot()::text),
                   array(select aggregate_id from eventing.outbox_parked where shard = $2::smallint)""";

    private static final String MARK = """
            with moved as (
                update eventing.outbox_cursor
                set win_from = case when $6 then $3::pg_snapshot else win_from end,
                    win_to = case when $6 then null else $3::pg_snapshot end,
                    after_seq = case when $6 then 0 else $5 end
                where shard = $1::smallint
                returning shard)
            insert into eventing.outbox_window (shard, win_from, win_to, after_seq, upto_seq, rows)
            select shard, $2::pg_snapshot, $3::pg_snapshot, $4, $5, $7 from moved where $7 > 0""";

    /** What a call did: another instance had the shard, there was nothing, or rows were published (more may follow). */
    record Piece(boolean locked, int rows, boolean more) {

        static final Piece LOCKED = new Piece(true, 0, false);
        static final Piece EMPTY = new Piece(false, 0, false);
    }

    private record Cursor(String from, @Nullable String to, long after) {}

    private record Window(Cursor cursor, String to, Set<String> parked) {}

    private final Database database;
    private final PublishingTools tools;
    private final Scheduler worker;

    ShardDrain(Database database, PublishingTools tools, Scheduler worker) {
        this.database = database;
        this.tools = tools;
        this.worker = worker;
    }

    /** @param limit most rows of this piece */
    Mono<Piece> drain(int shard, int limit, ChaosPolicy chaos) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return database.inTransaction(tx -> tx.first(LOCK, ShardDrain::cursor, shard)
                            .flatMap(cursor -> claim(tx, shard, cursor))
                            .flatMap(window -> publish(tx, shard, window, limit, chaos))
                            .defaultIfEmpty(Piece.LOCKED))
                    .doOnNext(piece -> published(piece, start))
                    .doOnError(tools.metrics()::failed);
        });
    }

    private void published(Piece piece, long start) {
        if (piece.rows() > 0) {
            tools.points().reach("O5");
            tools.metrics().published(piece.rows(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Cursor cursor(Readable row) {
        return new Cursor(
                Objects.requireNonNull(row.get(0, String.class)),
                row.get(1, String.class),
                Objects.requireNonNull(row.get(2, Long.class)));
    }

    private Mono<Window> claim(Transaction tx, int shard, Cursor cursor) {
        return tx.first(
                        CLAIM,
                        row -> new Window(
                                cursor,
                                Objects.requireNonNull(row.get(0, String.class)),
                                Set.of(Objects.requireNonNull(row.get(1, String[].class)))),
                        cursor.to(),
                        shard)
                .doOnNext(window -> tools.points().reach("O1"));
    }

    private Mono<Piece> publish(Transaction tx, int shard, Window window, int limit, ChaosPolicy chaos) {
        long deadline = System.nanoTime()
                + tools.limits().time().toNanos()
                + chaos.delay().toNanos();
        Mono<Publication> opened =
                Mono.fromSupplier(() -> new Publication(tools, chaos, window.parked(), false, deadline));
        Mono<Publication> sending = (chaos.delay().isZero() ? opened : opened.delayElement(chaos.delay()))
                .flatMap(publication -> tx.stream(
                                LogQueries.WINDOW,
                                CHUNK * 8,
                                LogQueries::row,
                                shard,
                                window.cursor().from(),
                                window.to(),
                                window.cursor().after(),
                                limit)
                        .buffer(CHUNK)
                        .publishOn(worker, 2)
                        .doOnNext(publication::offerAll)
                        .count()
                        .map(chunks -> publication));
        return sending.publishOn(worker)
                .map(Publication::finish)
                .flatMap(result -> mark(tx, shard, window, limit, result));
    }

    private Mono<Piece> mark(Transaction tx, int shard, Window window, int limit, Publication.Result result) {
        int taken = result.sent() + result.held().size();
        boolean finished = !result.cut() && taken < limit;
        if (taken == 0 && finished && window.cursor().to() == null) {
            return Mono.just(Piece.EMPTY);
        }
        tools.points().reach("O3");
        Cursor cursor = window.cursor();
        long upto = taken == 0 ? cursor.after() : result.lastSeq();
        if (!result.refusals().isEmpty()) {
            tools.metrics().parked(result.refusals().size(), 0);
        }
        return tx.update(MARK, shard, cursor.from(), window.to(), cursor.after(), upto, finished, result.sent())
                .then(ParkedKeys.park(tx, shard, result.held(), result.refusals(), tools.limits()))
                .then(ParkedKeys.hold(tx, shard, result.held()))
                .then(Mono.fromSupplier(() -> {
                    tools.points().reach("O4");
                    return new Piece(false, taken, !finished);
                }));
    }
}
