package by.belparcel.runner.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EndpointsTest {

    private final Endpoints endpoints = new Endpoints(
            "postgres://u:p@127.0.0.1:1/d", "127.0.0.1:2", Map.of("S3_ENDPOINT", "http://127.0.0.1:3"), 4);

    @Test
    void replacesTheAddressesOfServers() {
        assertThat(endpoints.applyTo(
                        Map.of("DATABASE_URL", "x", "REDPANDA_BROKERS", "y", "S3_ENDPOINT", "z", "LOG_LEVEL", "info")))
                .containsEntry("DB_DSN", "postgres://u:p@127.0.0.1:1/d")
                .containsEntry("DATABASE_URL", "postgres://u:p@127.0.0.1:1/d")
                .containsEntry("KAFKA_BROKERS", "127.0.0.1:2")
                .containsEntry("REDPANDA_BROKERS", "127.0.0.1:2")
                .containsEntry("S3_ENDPOINT", "http://127.0.0.1:3")
                .containsEntry("LOG_LEVEL", "info");
    }

    @Test
    void givesNoAddressOfAServerThatWasNotAskedFor() {
        assertThat(endpoints.applyTo(Map.of())).doesNotContainKeys("DATABASE_URL", "S3_ENDPOINT");
    }

    @Test
    void turnsClusterAddressesIntoPathsOfTheListener() {
        assertThat(endpoints.applyTo(Map.of(
                        "A", "http://ticks.belparcel.svc.cluster.local/events/drain-outbox",
                        "B", "http://a.b.svc.cluster.local:80,http://c.d.svc",
                        "C", "http://a.b.svc.cluster.local:9092/x",
                        "D", "https://example.org/a.b.svc.cluster.local")))
                .containsEntry("A", "http://127.0.0.1:4/belparcel/ticks/events/drain-outbox")
                .containsEntry("B", "http://127.0.0.1:4/b/a,http://127.0.0.1:4/d/c")
                .containsEntry("C", "http://a.b.svc.cluster.local:9092/x")
                .containsEntry("D", "https://example.org/a.b.svc.cluster.local");
    }
}
