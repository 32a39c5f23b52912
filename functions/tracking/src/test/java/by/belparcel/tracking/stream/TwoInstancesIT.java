package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Instances share nothing but PostgreSQL. */
class TwoInstancesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static final int EACH = 50;
    private static final int TRIPS = 10;

    @Test // D14, R-81: two instances, fifty sockets each: all get all updates within two seconds
    void tellEverybodyEverything() {
        try (StreamBed a = StreamBed.start(POSTGRES.database());
                StreamBed b = StreamBed.start(POSTGRES.database())) {
            a.clear();
            for (int trip = 0; trip < TRIPS; trip++) {
                a.trip("t" + trip, "c" + trip);
            }
            List<LiveSocket> sockets = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                sockets.add(a.openOperator(i));
                sockets.add(b.openOperator(i));
            }
            sockets.forEach(
                    socket -> assertThat(socket.next("snapshot").path("items")).hasSize(TRIPS));
            long start = System.nanoTime();
            for (int trip = 0; trip < TRIPS; trip++) {
                a.move("t" + trip, 1);
            }
            for (LiveSocket socket : sockets) {
                TreeSet<String> told = new TreeSet<>();
                while (told.size() < TRIPS) {
                    told.add(socket.next("position").path("trip_id").asString());
                }
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(a.metric("belparcel_ws_dropped_total") + b.metric("belparcel_ws_dropped_total"))
                    .isZero();
        }
    }

    @Test // D14: killed, nothing said: the client resumes elsewhere and has missed nothing, twice nothing
    void loseNothingWhenOneIsKilled() throws Exception {
        Principal operator = Principals.operator();
        try (StreamBed a = StreamBed.start(POSTGRES.database());
                StreamProcess b = StreamProcess.start(StreamBed.environment(POSTGRES.database()))) {
            a.clear();
            a.trip("t1", "c1");
            LiveSocket socket = LiveSocket.open(b.port, "/ws/locations", a.ticket(operator));
            assertThat(socket.next("snapshot").path("items")).hasSize(1);
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                a.feed("alert", "t1", "{\"alert_id\":\"%d\"}".formatted(i));
                if (i == 9) {
                    told.add(socket.next("alert").path("alert_id").asString());
                    b.kill();
                }
            }
            assertThat(socket.code()).isEqualTo(1006);
            socket.rest(200).forEach(frame -> add(told, frame));
            LiveSocket again = a.resume(operator, socket.cursor);
            again.rest(1_000).forEach(frame -> add(told, frame));

            assertThat(told).doesNotHaveDuplicates().hasSize(30);
            assertThat(told.stream().map(Integer::parseInt)).isSorted();
        }
    }

    @Test // S-031: one of two gets in
    void redeemATicketOnce() {
        try (StreamBed a = StreamBed.start(POSTGRES.database());
                StreamBed b = StreamBed.start(POSTGRES.database())) {
            a.clear();
            String ticket = a.ticket(Principals.of("operator", "one", Map.of()));
            LiveSocket here = LiveSocket.open(a.server.port(), "/ws/locations", ticket);
            assertThat(here.next("hello").path("cursor").asString()).isNotEmpty();

            assertThat(LiveSocket.open(b.server.port(), "/ws/locations", ticket).code())
                    .isEqualTo(4401);
        }
    }

    private static void add(List<String> told, JsonNode frame) {
        if (frame.path("type").asString().equals("alert")) {
            told.add(frame.path("alert_id").asString());
        }
    }
}
