package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.http.Health;
import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.store.Database;
import io.netty.channel.EventLoopGroup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Health of this process from memory. A cold process is ready as soon as its routes are; from its first answer on a
 * background check asks the database every two seconds, and two failures in a row make it unready.
 */
final class Readiness implements Health {

    private static final long EVERY_MILLIS = 2_000;
    private static final long LATE_MILLIS = 3_000;
    private static final int FAILURES_TO_BE_DOWN = 2;

    private final Database database;
    private final Metrics metrics;
    private final boolean checked;
    private final List<Runnable> afterFirstAnswer = new ArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean checking = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable Future<?> later;
    private volatile @Nullable Future<?> checks;
    private volatile long latencyMillis = -1;
    private volatile long firstAnswerMillis;
    private volatile boolean stopping;
    private final Supplier<EventLoopGroup> group;

    /** @param checked whether there is a database to ask */
    Readiness(Database database, Metrics metrics, boolean checked, Supplier<EventLoopGroup> group) {
        this.database = database;
        this.metrics = metrics;
        this.checked = checked;
        this.group = group;
    }

    /** Adds work that must not delay the first answer. */
    void afterFirstAnswer(Runnable work) {
        afterFirstAnswer.add(work);
    }

    /** A process that nobody asks anything begins its background work a little later by itself. */
    void listening() {
        later = group.get().next().schedule(this::begin, LATE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop() {
        stopping = true;
        cancel(later);
        cancel(checks);
    }

    private static void cancel(@Nullable Future<?> scheduled) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }

    @Override
    public State ready() {
        boolean databaseUp = failures.get() < FAILURES_TO_BE_DOWN;
        boolean up = databaseUp && !stopping;
        String text = "{\"status\":\"" + (stopping ? "stopping" : up ? "up" : "down") + "\",\"checks\":{"
                + (checked ? database(databaseUp) : "") + "}}";
        return new State(up, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String metrics() {
        return metrics.text();
    }

    @Override
    public void answered() {
        if (firstAnswerMillis == 0) {
            firstAnswerMillis = System.currentTimeMillis();
            metrics.gauge("belparcel_cold_start_seconds", this::coldStartSeconds);
            group.get().next().execute(this::begin);
        }
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    private String database(boolean up) {
        String status = latencyMillis < 0 && up ? "unknown" : up ? "up" : "down";
        return "\"db\":{\"status\":\"" + status + "\"" + (latencyMillis < 0 ? "" : ",\"latency_ms\":" + latencyMillis)
                + "}";
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            afterFirstAnswer.forEach(Runnable::run);
            if (checked) {
                checks = group.get().next().scheduleWithFixedDelay(this::check, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void check() {
        if (stopping || !checking.compareAndSet(false, true)) {
            return;
        }
        long start = System.nanoTime();
        database.reading(tx -> tx.first("select 1", row -> 1))
                .doFinally(signal -> checking.set(false))
                .subscribe(
                        one -> {
                            latencyMillis = (System.nanoTime() - start) / 1_000_000;
                            failures.set(0);
                        },
                        error -> failures.incrementAndGet());
    }

    private double coldStartSeconds() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(started -> (firstAnswerMillis - started.toEpochMilli()) / 1000.0)
                .orElseGet(() -> (double) Instant.EPOCH.getEpochSecond());
    }
}
