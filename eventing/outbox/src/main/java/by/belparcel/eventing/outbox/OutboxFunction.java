package by.belparcel.eventing.outbox;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The outbox function: woken by the cron and by hints after a commit, publishes until nothing is pending, waits for retries
 * that are due soon, looks after the partitions, returns. A call during a run makes the run look again and joins it.
 */
public final class OutboxFunction implements TickHandler {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final OutboxDrain drain;
    private final OutboxRetention retention;
    private final OutboxLimits limits;
    private final CrashPoints points;
    private @Nullable Mono<Void> running;
    private boolean again;
    private Sinks.Empty<Void> hint = Sinks.empty();

    public OutboxFunction(OutboxDrain drain, OutboxRetention retention, OutboxLimits limits) {
        this(drain, retention, limits, CrashPoints.ofProcess());
    }

    OutboxFunction(OutboxDrain drain, OutboxRetention retention, OutboxLimits limits, CrashPoints points) {
        this.drain = drain;
        this.retention = retention;
        this.limits = limits;
        this.points = points;
    }

    /** The function with connections and a producer of its own, all opened at first use; reads DB_DSN, KAFKA_BROKERS, ENVIRONMENT. */
    public static OutboxFunction of(Settings settings, OutboxMetrics metrics) {
        OutboxLimits limits = OutboxLimits.defaults();
        Database database = DrainConnections.open(
                Dsn.parse(settings.find("db.dsn").orElseGet(() -> settings.required("database.url"))),
                limits.connections());
        OutboxProducer producer = OutboxProducer.to(
                settings.find("kafka.brokers").orElseGet(() -> settings.required("redpanda.brokers")));
        ChaosKnob chaos =
                new ChaosKnob(database, settings.text("environment", "production"), RandomGenerator.getDefault());
        return new OutboxFunction(
                new OutboxDrain(database, producer, chaos, limits, metrics),
                new OutboxRetention(
                        database,
                        Duration.ofHours(1),
                        Math.toIntExact(settings.number("belparcel.outbox.keep-days", 7)),
                        Math.toIntExact(settings.number("belparcel.outbox.archive-days", 1095))),
                limits);
    }

    @Override
    public Mono<Void> tick() {
        return Mono.defer(() -> {
            points.reach("O0");
            return joinOrStart();
        });
    }

    private synchronized Mono<Void> joinOrStart() {
        if (running != null) {
            again = true;
            hint.tryEmitEmpty();
            return running;
        }
        again = false;
        long end = System.nanoTime() + limits.retryHorizon().toNanos();
        Mono<Void> run = drain.drain()
                .then(Mono.defer(retention::run))
                .then(Mono.defer(() -> retries(end)))
                .repeat(this::lookAgain)
                .then()
                .doOnError(failure -> stopped())
                .cache();
        running = run;
        return run;
    }

    /** Waits for retries that are due before the end, or for a hint, and drains again. */
    private Mono<Void> retries(long end) {
        return drain.nextRetry()
                .filter(wait -> wait.toNanos() <= end - System.nanoTime())
                .flatMap(wait -> Mono.firstWithSignal(Mono.delay(atLeast(wait)).then(), newHint())
                        .then(drain.drain())
                        .then(Mono.defer(() -> retries(end))));
    }

    /** A key may be due while another instance holds its shard: that one is not asked without pause. */
    private static Duration atLeast(Duration wait) {
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private synchronized Mono<Void> newHint() {
        hint = Sinks.empty();
        if (again) {
            again = false;
            hint.tryEmitEmpty();
        }
        return hint.asMono();
    }

    /** Ends the run, unless somebody called since it last looked: both under one lock, so no call falls between. */
    private synchronized boolean lookAgain() {
        if (again) {
            again = false;
            return true;
        }
        running = null;
        return false;
    }

    private synchronized void stopped() {
        running = null;
        again = false;
    }
}
