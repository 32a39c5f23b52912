package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The hourly work on partitions: days ahead are created; days past retention that are published to the last row and that no
 * parked key needs are detached into the schema {@code eventing_archive} and dropped from there when the archive time is over.
 */
public final class OutboxRetention {

    private static final int DAYS_AHEAD = 7;

    private static final String BEGIN = """
            update eventing.outbox_maintenance
            set ran_at = clock_timestamp()
            where ran_at < clock_timestamp() - interval '1 millisecond' * $1""";

    private static final String CREATE = "select eventing.outbox_create_days($1)";

    private static final String DETACH = "select eventing.outbox_detach_days($1)";

    private static final String DROP = "select eventing.outbox_drop_archive($1)";

    private static final String FORGET =
            "delete from eventing.outbox_window where published_at < clock_timestamp() - interval '1 day' * $1";

    private final Database database;
    private final Duration pause;
    private final int keepDays;
    private final int archiveDays;
    private final AtomicLong nextQuestion = new AtomicLong(System.nanoTime());

    /**
     * @param pause least time between two runs over all instances
     * @param keepDays days that stay in the log after their end
     * @param archiveDays days after which a detached day is dropped
     */
    public OutboxRetention(Database database, Duration pause, int keepDays, int archiveDays) {
        this.database = database;
        this.pause = pause;
        this.keepDays = keepDays;
        this.archiveDays = archiveDays;
    }

    /** Does the work unless another instance did it within the pause; a busy log only postpones it. */
    public Mono<Void> run() {
        return Mono.defer(() -> isTimeToAsk() ? work() : Mono.empty());
    }

    /** A wake hint comes after every command: this process asks the database only now and then. */
    private boolean isTimeToAsk() {
        long now = System.nanoTime();
        long due = nextQuestion.get();
        return now - due >= 0 && nextQuestion.compareAndSet(due, now + pause.toNanos() / 6);
    }

    private Mono<Void> work() {
        return database.inTransaction(tx -> tx.update(BEGIN, pause.toMillis()))
                .filter(begun -> begun > 0)
                .flatMapMany(begun -> Flux.<Publisher<Integer>>just(
                        step(CREATE, DAYS_AHEAD), step(DETACH, keepDays), step(DROP, archiveDays), forget()))
                .concatMap(step -> Flux.from(step).onErrorResume(busy -> Mono.empty()))
                .then();
    }

    private Mono<Integer> forget() {
        return database.inTransaction(tx -> tx.update(FORGET, keepDays + 1)).map(Math::toIntExact);
    }

    private Mono<Integer> step(String sql, int days) {
        return database.inTransaction(tx ->
                bounded(tx).then(tx.first(sql, row -> Objects.requireNonNull(row.get(0, Integer.class)), days)));
    }

    /** Waiting for the log's lock makes writers queue behind it: give up soon and come back in an hour. */
    private static Mono<Long> bounded(Transaction tx) {
        return tx.update("set local lock_timeout = '500ms'");
    }
}
