package by.belparcel.runner.eventing;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Settings of the eventing plane. {@code delayScale} shortens backoff delays in tests; {@code drain} bounds how long
 * {@link EventingPlane#close} waits for deliveries; {@code pingJitter} spreads ticks by 0 to 499 ms as Knative does.
 */
public record Options(
        Duration commitInterval,
        BackoffFormula backoff,
        double delayScale,
        boolean pingJitter,
        Duration drain,
        Clock clock,
        Supplier<String> ids) {

    /** What Knative does by default. */
    public static Options defaults() {
        return new Options(
                Duration.ofSeconds(5),
                BackoffFormula.KAFKA,
                1,
                true,
                Duration.ofSeconds(10),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    public Options withCommitInterval(Duration interval) {
        return new Options(interval, backoff, delayScale, pingJitter, drain, clock, ids);
    }

    public Options withBackoff(BackoffFormula formula) {
        return new Options(commitInterval, formula, delayScale, pingJitter, drain, clock, ids);
    }

    public Options withDelayScale(double scale) {
        return new Options(commitInterval, backoff, scale, pingJitter, drain, clock, ids);
    }

    public Options withPingJitter(boolean jitter) {
        return new Options(commitInterval, backoff, delayScale, jitter, drain, clock, ids);
    }

    public Options withDrain(Duration limit) {
        return new Options(commitInterval, backoff, delayScale, pingJitter, limit, clock, ids);
    }

    Duration scaled(Duration delay) {
        return delayScale == 1 ? delay : Duration.ofNanos(Math.round(delay.toNanos() * delayScale));
    }
}
