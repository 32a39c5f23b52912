package by.belparcel.eventing.cache;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** After some failures in a row nobody tries for a while; then one call tries, and its success lets everybody in again. */
final class Breaker {

    private final int failures;
    private final long pause;
    private final LongSupplier nanos;
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong closedUntil;

    Breaker(int failures, long pause, LongSupplier nanos) {
        this.failures = failures;
        this.pause = pause;
        this.nanos = nanos;
        this.closedUntil = new AtomicLong(nanos.getAsLong());
    }

    /** Whether a call may be made now; it must report how it went. */
    boolean enter() {
        if (failed.get() < failures) {
            return true;
        }
        long until = closedUntil.get();
        long now = nanos.getAsLong();
        return now - until >= 0 && closedUntil.compareAndSet(until, now + pause);
    }

    void succeeded() {
        failed.set(0);
    }

    void failed() {
        if (failed.incrementAndGet() == failures) {
            closedUntil.set(nanos.getAsLong() + pause);
        }
    }
}
