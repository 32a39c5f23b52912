package by.belparcel.eventing.edge;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Configuration of a function process.
 *
 * @param port 0 = any free port
 * @param functions names of the functions to serve; empty = all
 * @param settings everything else, read from the environment
 */
public record EdgeConfig(
        int port, List<String> functions, String service, String revision, String environment, Settings settings) {

    public EdgeConfig {
        functions = List.copyOf(functions);
    }

    /** Reads PORT or SERVER_PORT (8080), FUNCTIONS, K_SERVICE, K_REVISION and ENVIRONMENT. */
    public static EdgeConfig from(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        return new EdgeConfig(
                (int) settings.number("PORT", settings.number("SERVER_PORT", 8080)),
                list(settings, "FUNCTIONS"),
                settings.text("K_SERVICE", "belparcel"),
                settings.text("K_REVISION", "local"),
                settings.text("ENVIRONMENT", "local"),
                settings);
    }

    Optional<String> dsn() {
        return settings.find("DB_DSN").or(() -> settings.find("DATABASE_URL"));
    }

    /** Where to listen; one machine says 127.0.0.1, so that nobody outside reaches a cluster-local function. */
    String host() {
        return settings.text("belparcel.edge.host", "0.0.0.0");
    }

    int poolSize() {
        return (int) settings.number("belparcel.db.pool-size", 4);
    }

    /** Whether a first connection is opened without waiting for a request. */
    boolean connectsAtStart() {
        return settings.text("belparcel.db.connect-at-start", "true").equals("true");
    }

    Optional<String> wakeUrl() {
        return settings.find("OUTBOX_WAKE_URL");
    }

    Optional<String> otlpEndpoint() {
        return settings.find("OTLP_ENDPOINT");
    }

    String logLevel() {
        return settings.text("LOG_LEVEL", "INFO");
    }

    Set<String> corsOrigins() {
        return list(settings, "BELPARCEL_EDGE_CORS_ORIGINS").stream().collect(Collectors.toUnmodifiableSet());
    }

    /** How long a request may take to arrive. */
    Duration requestTimeout() {
        return settings.duration("belparcel.edge.request-timeout", Duration.ofSeconds(12));
    }

    Duration idleTimeout() {
        return settings.duration("belparcel.edge.idle-timeout", Duration.ofSeconds(75));
    }

    /** How long requests in flight may still take after SIGTERM. */
    Duration drainTimeout() {
        return settings.duration("belparcel.edge.drain-timeout", Duration.ofSeconds(20));
    }

    Optional<String> eventSecret() {
        return settings.find("belparcel.edge.events-secret");
    }

    /** Proxies in front that append to X-Forwarded-For and are trusted; 0 = the header is ignored. */
    int trustedHops() {
        return (int) settings.number("belparcel.edge.trusted-hops", 0);
    }

    private static List<String> list(Settings settings, String key) {
        return settings.find(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
