package by.belparcel.routing.distance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Stops asking who keeps failing; after a pause lets a single call try. */
public final class Breaker {

    /**
     * @param failures that open it
     * @param window in which they must fall
     * @param pause until one call may try
     */
    public record Settings(int failures, Duration window, Duration pause) {

        /** 5 failures in 30 s (domain delivery.md section 4). */
        public static final Settings DEFAULT = new Settings(5, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private final Settings settings;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private @Nullable Instant openUntil;
    private boolean trying;

    public Breaker(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a call may go out; one that may must be answered by {@link #succeeded}, {@link #failed} or {@link #gaveUp}. */
    synchronized boolean admits() {
        if (openUntil == null) {
            return true;
        }
        if (trying || clock.instant().isBefore(openUntil)) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized boolean isOpen() {
        return openUntil != null;
    }

    synchronized void succeeded() {
        trying = false;
        openUntil = null;
        failures.clear();
    }

    synchronized void failed() {
        Instant now = clock.instant();
        failures.addLast(now);
        while (failures.getFirst().isBefore(now.minus(settings.window()))) {
            failures.removeFirst();
        }
        if (trying || failures.size() >= settings.failures()) {
            openUntil = now.plus(settings.pause());
            failures.clear();
        }
        trying = false;
    }

    /** The caller went away: nothing is known. */
    synchronized void gaveUp() {
        trying = false;
    }
}
