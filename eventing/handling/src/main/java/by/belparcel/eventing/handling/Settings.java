package by.belparcel.eventing.handling;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Configuration from environment variables. A key {@code belparcel.payments.auth-timeout} is read from
 * {@code BELPARCEL_PAYMENTS_AUTH_TIMEOUT}; durations are ISO 8601.
 */
public final class Settings {

    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public Optional<String> find(String key) {
        String value = environment.get(
                key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_'));
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    public String text(String key, String defaultValue) {
        return find(key).orElse(defaultValue);
    }

    public long number(String key, long defaultValue) {
        return find(key).map(text -> parse(key, text)).orElse(defaultValue);
    }

    public Duration duration(String key, Duration defaultValue) {
        return find(key).map(Duration::parse).orElse(defaultValue);
    }

    /** @throws IllegalStateException naming the key, never the value */
    public String required(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("Missing setting " + key));
    }

    private static long parse(String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("Setting " + key + " is not a whole number");
        }
    }
}
