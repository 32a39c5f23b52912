package by.belparcel.routing.plan;

import java.time.Duration;
import java.time.Instant;

/** Between the seconds of a plan and the time of day. */
public record Timeline(Instant zero) {

    private static final double NANOS = 1e9;

    public double secondsAt(Instant instant) {
        return Duration.between(zero, instant).toNanos() / NANOS;
    }

    public Window window(Instant from, Instant to) {
        return new Window(secondsAt(from), secondsAt(to));
    }

    /** To the full second, not before the planned moment. */
    public Instant instantAt(double seconds) {
        return zero.plusSeconds((long) Math.ceil(seconds));
    }
}
