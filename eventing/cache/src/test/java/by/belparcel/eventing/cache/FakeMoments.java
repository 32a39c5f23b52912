package by.belparcel.eventing.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Clocks that stand until they are moved. */
final class FakeMoments {

    private static final long START = Instant.parse("2026-11-20T08:00:00Z").toEpochMilli();

    private final AtomicLong passed = new AtomicLong();
    private volatile double random = 0.5;

    Moments moments() {
        return new Moments(
                passed::get,
                () -> Instant.ofEpochMilli(
                        START + Duration.ofNanos(passed.get()).toMillis()),
                () -> random);
    }

    void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    /** What chance gives from now on; 0.5 means no jitter. */
    void random(double value) {
        random = value;
    }
}
