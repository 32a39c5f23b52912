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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            Told told = new Told();
            for (int i = 0; i < 30; i++) {
                a.feed("alert", "t1", "{\"alert_id\":\"%d\"}".formatted(i));
                if (i == 9) {
                    told.take(socket.next("alert"));
                    b.kill();
                }
            }
            assertThat(socket.code()).isEqualTo(1006);
            socket.rest(0).forEach(told::take);
            told.cut();
            LiveSocket again = a.resume(operator, socket.cursor);
            while (told.size() < 30) {
                told.take(again.next("hello", "alert", "resync", "snapshot"));
            }
            again.rest(500).forEach(told::take);

            assertThat(told.alerts())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 30).mapToObj(Integer::toString).toList());
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

    /** What a client keeps as the panel does: what came after the newest cursor is forgotten with the connection. */
    private static final class Told {

        private final List<String> kept = new ArrayList<>();
        private final List<String> open = new ArrayList<>();

        void take(JsonNode frame) {
            assertThat(frame.path("type").asString()).isIn("hello", "alert");
            if (frame.has("alert_id")) {
                open.add(frame.path("alert_id").asString());
            }
            if (frame.has("cursor")) {
                kept.addAll(open);
                open.clear();
            }
        }

        void cut() {
            open.clear();
        }

        int size() {
            return kept.size() + open.size();
        }

        List<String> alerts() {
            return Stream.concat(kept.stream(), open.stream()).toList();
        }
    }
}
