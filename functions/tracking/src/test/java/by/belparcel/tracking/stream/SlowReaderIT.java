package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SlowReaderIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static final int CLIENTS = 499;
    private static final int ROUNDS = 20;
    private static final int ROWS_A_ROUND = 40;
    private static final long MOST_BYTES = 24L * 1024 * 1024;

    @Test // five hundred clients, one reads nothing
    void costsNeitherTheOthersNorTheMemory() {
        try (StreamBed bed =
                StreamBed.start(POSTGRES.database(), "BELPARCEL_TRACKING_STREAM_FRAMES_PER_SECOND", "100000")) {
            bed.clear();
            bed.trip("small", "c1");
            bed.trip("large", "c2");
            List<LiveSocket> others = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                others.add(bed.open(Principals.of("operator", "o" + i, Map.of()), "/ws/locations?trip=small"));
            }
            others.forEach(
                    socket -> assertThat(socket.next("snapshot").path("items")).hasSize(1));
            LiveSocket deaf = LiveSocket.deaf(bed.server.port(), "/ws/locations", bed.ticket(Principals.operator()));
            Until.holds(() -> bed.runtime.metrics().text().contains("ws_clients " + (CLIENTS + 1)));
            String padding = IntStream.range(0, 4_000)
                    .mapToObj(i -> "[53.9,27.5]")
                    .collect(Collectors.joining(",", "{\"planned_line\":[", "]}"));

            List<Long> delays = new ArrayList<>();
            long used = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                bed.database.execute(
                        "insert into tracking.feed (kind, trip_id, payload) select 'trip', 'large', ?::jsonb from generate_series(1, ?)",
                        padding,
                        ROWS_A_ROUND);
                long start = System.nanoTime();
                bed.feed("alert", "small", "{\"alert_id\":\"%d\"}".formatted(round));
                for (LiveSocket socket : others) {
                    assertThat(socket.next("alert").path("alert_id").asString()).isEqualTo("" + round);
                    delays.add((System.nanoTime() - start) / 1_000_000);
                }
                if (round == ROUNDS / 2) {
                    used = heap();
                }
            }
            Until.holds(() -> bed.metric("belparcel_ws_dropped_total") > 0);

            delays.sort(null);
            assertThat(delays.get(delays.size() * 95 / 100)).as("p95, ms").isLessThan(1_000);
            assertThat(heap() - used).as("growth of the heap").isLessThan(MOST_BYTES);
            deaf.readOn();
            bed.feed("alert", "large", "{\"alert_id\":\"after\"}");
            List<JsonNode> read = deaf.rest(3_000);
            assertThat(read.stream()
                            .filter(frame -> frame.path("type").asString().equals("snapshot")))
                    .as("the first snapshot, and one instead of what was dropped")
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
