package by.belparcel.runner.manifest;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads a DeliverySpec with the defaulting of the Kafka implementation. */
final class DeliveryReader {

    private final Loading loading;

    DeliveryReader(Loading loading) {
        this.loading = loading;
    }

    DeliveryPolicy read(View delivery, String namespace, DeliveryPolicy absent) {
        if (!delivery.present()) {
            return absent;
        }
        View sink = delivery.at("deadLetterSink");
        View retry = delivery.at("retry");
        View timeout = delivery.at("timeout");
        if (!sink.present() && !retry.present() && !timeout.present()) {
            return DeliveryPolicy.none();
        }
        @Nullable URI deadLetterSink = sink.present() ? loading.destination(sink, namespace) : null;
        if (retry.whole(0) < 0) {
            loading.fatal(retry.place(), "retry must not be negative");
        }
        return new DeliveryPolicy(
                deadLetterSink,
                Math.max(0, retry.whole(0)),
                policy(delivery.at("backoffPolicy")),
                duration(delivery.at("backoffDelay"), DeliveryPolicy.DEFAULT_DELAY),
                duration(timeout, DeliveryPolicy.DEFAULT_TIMEOUT));
    }

    private BackoffPolicy policy(View view) {
        return switch (view.text("exponential")) {
            case "linear" -> BackoffPolicy.LINEAR;
            case "exponential" -> BackoffPolicy.EXPONENTIAL;
            default -> {
                loading.fatal(view.place(), "backoffPolicy is linear or exponential");
                yield BackoffPolicy.EXPONENTIAL;
            }
        };
    }

    private Duration duration(View view, Duration missing) {
        String text = view.text();
        if (text == null) {
            return missing;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            loading.fatal(view.place(), "no ISO-8601 duration: " + text);
            return missing;
        }
    }
}
