package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class TailIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static final String LAST_LOOK = """
            select coalesce(max(extract(epoch from query_start) * 1000), 0)::bigint from pg_stat_activity
            where datname = current_database() and query like '%from tracking.feed%' and pid <> pg_backend_pid()""";

    private static final String BREAK_OFF = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()""";

    private static final int CLIENTS = 60;
    private static final int ROUNDS = 5;

    @Test // idle means idle: nothing is asked while nobody listens, and it begins again with the next client
    void asksNothingWhenNobodyListens() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database())) {
            bed.clear();
            bed.trip("t1", "c1");
            LiveSocket socket = bed.open(Principals.operator());
            assertThat(socket.next("snapshot").path("items")).hasSize(1);
            long before = bed.database.number(LAST_LOOK);
            Until.holds(() -> bed.database.number(LAST_LOOK) > before);
            socket.abort();
            Until.holds(() -> bed.runtime.metrics().text().contains("ws_clients 0"));

            long quiet = quietAfter(bed);
            bed.move("t1", 1);
            LiveSocket again = bed.resume(Principals.operator(), socket.cursor);
            assertThat(again.next("position").path("seq").asInt()).isEqualTo(1);
            Until.holds(() -> bed.database.number(LAST_LOOK) > quiet);
        }
    }

    @Test // the database restarts: nobody is sent away, and nobody has a gap
    void losesNothingWhenTheDatabaseBreaksOff() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database())) {
            bed.clear();
            bed.trip("t1", "c1");
            List<LiveSocket> sockets = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                sockets.add(bed.openOperator(i));
            }
            sockets.forEach(
                    socket -> assertThat(socket.next("snapshot").path("items")).hasSize(1));
            for (int round = 0; round < ROUNDS; round++) {
                bed.database.execute(BREAK_OFF);
                bed.feed("alert", "t1", "{\"alert_id\":\"%d\"}".formatted(round));
                long broken = round;
                Until.holds(() -> bed.database.number("select count(*) from tracking.feed") == broken + 1);
            }

            for (LiveSocket socket : sockets) {
                for (int round = 0; round < ROUNDS; round++) {
                    JsonNode frame = socket.next("alert", "resync", "snapshot");
                    assertThat(frame.path("alert_id").asString("")).isEqualTo("" + round);
                }
            }
        }
    }

    /** Time of the last look, after a second without one. */
    private static long quietAfter(StreamBed bed) {
        long last = bed.database.number(LAST_LOOK);
        long since = System.nanoTime();
        long deadline = since + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() - since < TimeUnit.SECONDS.toNanos(1)) {
            long now = bed.database.number(LAST_LOOK);
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
            assertThat(System.nanoTime()).as("it goes on asking").isLessThan(deadline);
        }
        return last;
    }
}
