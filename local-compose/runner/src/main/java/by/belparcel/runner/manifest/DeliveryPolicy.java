package by.belparcel.runner.manifest;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A DeliverySpec after Knative's defaulting: {@code retry} attempts after the first, {@code delay} is the unit of the
 * backoff formula, {@code timeout} bounds one attempt. Without a dead-letter sink an undelivered event is lost.
 */
public record DeliveryPolicy(
        @Nullable URI deadLetterSink, int retry, BackoffPolicy backoff, Duration delay, Duration timeout) {

    /** What the Kafka data plane waits for an answer when no timeout is written. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(600);

    static final Duration DEFAULT_DELAY = Duration.ofMillis(200);

    /** A delivery that sets neither dead-letter sink nor retry nor timeout counts as absent. */
    static DeliveryPolicy none() {
        return new DeliveryPolicy(null, 0, BackoffPolicy.EXPONENTIAL, DEFAULT_DELAY, DEFAULT_TIMEOUT);
    }

    static DeliveryPolicy brokerDefault() {
        return new DeliveryPolicy(null, 10, BackoffPolicy.EXPONENTIAL, DEFAULT_DELAY, DEFAULT_TIMEOUT);
    }

    static DeliveryPolicy sourceDefault() {
        return new DeliveryPolicy(null, 10, BackoffPolicy.EXPONENTIAL, Duration.ofMillis(300), DEFAULT_TIMEOUT);
    }
}
