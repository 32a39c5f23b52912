package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StreamIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static final Principal OPERATOR = Principals.operator();

    private final StreamBed bed = StreamBed.start(POSTGRES.database());

    @BeforeEach
    void empty() {
        bed.clear();
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test // delivery.md section 6
    void greetsThenTellsWhatThereIsThenWhatChanges() {
        bed.trip("t1", "c1");
        LiveSocket socket = bed.open(OPERATOR);

        JsonNode hello = socket.next("hello", "snapshot", "position");
        assertThat(hello.path("type").asString()).isEqualTo("hello");
        assertThat(hello.path("cursor").asString()).isNotEmpty();
        assertThat(hello.path("heartbeat_s").asInt()).isEqualTo(25);
        assertThat(hello.path("server_time").asString()).endsWith("Z");
        JsonNode snapshot = socket.next("snapshot");
        assertThat(snapshot.path("items")).hasSize(1);
        assertThat(snapshot.path("items").get(0).path("number").asString()).isEqualTo("N-t1");
        assertThat(snapshot.path("items").get(0).path("status").asString()).isEqualTo("LIVE");
        bed.move("t1", 1);

        JsonNode position = socket.next("position");
        assertThat(position.propertyNames())
                .contains("trip_id", "lat", "lng", "accuracy", "device_time", "status", "seq", "cursor");
        assertThat(position.path("seq").asInt()).isEqualTo(1);
    }

    @Test // S-128
    void letsNoTelephoneNumberOut() {
        bed.trip("t1", "c1");
        LiveSocket socket = bed.open(OPERATOR);
        assertThat(socket.next("snapshot").path("items")).hasSize(1);
        bed.move("t1", 1);
        bed.feed("trip", "t1", "{\"state\":\"IN_TRANSIT\",\"phone\":\"+375291112233\"}");

        assertThat(socket.next("position").toString()).doesNotContain("375");
        assertThat(socket.next("trip").toString()).contains("IN_TRANSIT").doesNotContain("375");
    }

    @Test // R-80, D14: what was missed, all of it and nothing else, on another instance
    void resumesWithTheDelta() {
        bed.trip("t1", "c1");
        bed.trip("t2", "c2");
        LiveSocket first = bed.open(OPERATOR);
        assertThat(first.next("snapshot").path("items")).hasSize(2);
        bed.move("t1", 1);
        assertThat(first.next("position").path("seq").asInt()).isEqualTo(1);
        first.abort();
        bed.move("t2", 1);
        bed.feed("alert", "t1", "{\"alert_id\":\"a1\",\"severity\":\"HIGH\"}");
        bed.feed("alert", "t1", "{\"alert_id\":\"a2\",\"severity\":\"HIGH\"}");

        try (StreamBed other = StreamBed.start(POSTGRES.database())) {
            LiveSocket again = other.resume(OPERATOR, first.cursor);
            List<JsonNode> frames = andNoMore(again, 4);

            assertThat(frames.stream().map(frame -> frame.path("type").asString()))
                    .containsExactly("hello", "alert", "alert", "position");
            assertThat(frames.get(1).path("alert_id").asString()).isEqualTo("a1");
            assertThat(frames.getLast().path("trip_id").asString()).isEqualTo("t2");
            assertThat(other.metric("belparcel_ws_resume_total")).isEqualTo(1);
            bed.move("t2", 2);
            assertThat(again.next("position").path("seq").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest // delivery.md section 6, bad input
    @ValueSource(strings = {"garbage", "", "bm8tY3Vyc29yLWF0LWFsbC1idXQtbG9uZy1lbm91Z2g"})
    void answersAGarbageCursorWithResync(String cursor) {
        bed.trip("t1", "c1");
        LiveSocket socket = bed.resume(OPERATOR, cursor);

        if (!cursor.isEmpty()) {
            assertThat(socket.next("resync", "snapshot").path("type").asString())
                    .isEqualTo("resync");
        }
        assertThat(socket.next("snapshot").path("items")).hasSize(1);
    }

    @Test
    void takesNobodyElsesCursor() {
        LiveSocket one = bed.open(OPERATOR);
        assertThat(one.next("snapshot").path("items")).isEmpty();

        LiveSocket other = bed.resume(Principals.of("operator", "somebody-else", Map.of()), one.cursor);

        assertThat(other.next("resync", "hello").path("type").asString()).isEqualTo("hello");
        assertThat(other.next("resync", "snapshot").path("type").asString()).isEqualTo("resync");
    }

    @Test // delivery.md section 6: older than the feed
    void answersAnOldCursorWithResync() {
        try (StreamBed brief = StreamBed.start(POSTGRES.database(), "BELPARCEL_TRACKING_STREAM_KEPT", "PT0S")) {
            LiveSocket one = brief.open(OPERATOR);
            assertThat(one.next("snapshot").path("items")).isEmpty();
            long start = brief.database.number("select extract(epoch from now())::bigint");
            Until.holds(() -> brief.database.number("select extract(epoch from now())::bigint") > start + 1);

            LiveSocket again = brief.resume(OPERATOR, one.cursor);

            assertThat(again.next("resync", "snapshot").path("type").asString()).isEqualTo("resync");
            assertThat(again.next("snapshot").path("items")).isEmpty();
        }
    }

    @Test // I10, R-84
    void neverGoesBackwards() {
        bed.trip("t1", "c1");
        LiveSocket socket = bed.open(OPERATOR);
        assertThat(socket.next("snapshot").path("items")).hasSize(1);
        bed.move("t1", 5);
        assertThat(socket.next("position").path("seq").asInt()).isEqualTo(5);
        String older = "{\"lat\":1,\"lng\":1,\"seq\":%d,\"device_time\":\"2026-01-01T00:00:00Z\"}";
        bed.feed("position", "t1", older.formatted(4));
        bed.feed("position", "t1", older.formatted(5));
        bed.feed("position", "t1", older.formatted(6));
        assertThat(socket.rest(1_800)).isEmpty();
        bed.move("t1", 7);

        assertThat(socket.next("position").path("seq").asInt()).isEqualTo(7);
    }

    @Test
    void removesATripThatEndsAndIgnoresLaterPositions() {
        bed.trip("t1", "c1");
        LiveSocket socket = bed.open(OPERATOR);
        assertThat(socket.next("snapshot").path("items")).hasSize(1);
        bed.database.execute("update tracking.trip set state = 'COMPLETED'");
        bed.feed("removed", "t1", "{\"reason\":\"COMPLETED\"}");
        assertThat(socket.next("removed", "position").path("type").asString()).isEqualTo("removed");
        bed.move("t1", 9);
        bed.feed("alert", "t1", "{\"alert_id\":\"last\"}");

        assertThat(socket.next("position", "alert").path("type").asString()).isEqualTo("alert");
    }

    @Test // delivery.md section 6: at most one position a second for a trip, the newest wins
    void mergesPositionsOfATrip() {
        bed.trip("t1", "c1");
        LiveSocket socket = bed.open(OPERATOR);
        assertThat(socket.next("snapshot").path("items")).hasSize(1);
        List<Long> told = new ArrayList<>();
        long start = System.nanoTime();
        long seq = 0;
        while (System.nanoTime() - start < 3_000_000_000L || seq <= 20) {
            seq++;
            bed.move("t1", seq);
            if (seq == 1) {
                told.add(socket.next("position").path("seq").asLong());
            }
        }
        while (told.getLast() < seq) {
            told.add(socket.next("position").path("seq").asLong());
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertThat(socket.rest(1_500)).isEmpty();
        assertThat(told).hasSizeBetween(2, (int) (1 + seconds)).isSorted();
        LiveSocket again = bed.resume(OPERATOR, socket.cursor);
        assertThat(andNoMore(again, 1).stream().map(frame -> frame.path("type").asString()))
                .containsExactly("hello");
    }

    @Test // outbox ADR 1, the same trap: seq is drawn at insert, the row appears at commit
    void deliversALateCommitOnceToALiveAndToAResumedClient() throws Exception {
        bed.trip("t1", "c1");
        LiveSocket live = bed.open(OPERATOR);
        assertThat(live.next("snapshot").path("items")).hasSize(1);
        try (Connection late = bed.database.jdbc();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            assertThat(
                            statement.executeUpdate(
                                    "insert into tracking.feed (kind, trip_id, payload) values ('alert', 't1', '{\"alert_id\":\"late\"}')"))
                    .isEqualTo(1);
            bed.feed("alert", "t1", "{\"alert_id\":\"early\"}");
            assertThat(live.next("alert").path("alert_id").asString()).isEqualTo("early");
            String between = live.cursor;
            long lateSeq = bed.database.number("select max(seq) - 1 from tracking.feed");
            late.commit();

            assertThat(live.next("alert").path("alert_id").asString()).isEqualTo("late");
            assertThat(live.rest(800)).isEmpty();
            LiveSocket resumed = bed.resume(OPERATOR, between);
            List<JsonNode> missed = andNoMore(resumed, 2);
            assertThat(missed.stream().map(frame -> frame.path("type").asString()))
                    .containsExactly("hello", "alert");
            assertThat(missed.getLast().path("alert_id").asString()).isEqualTo("late");
            // What a cursor "seq > last" would have found after the early row: nothing.
            assertThat(bed.database.number("select count(*) from tracking.feed where seq > ?", lateSeq + 1))
                    .isZero();
        }
    }

    /** So many frames, however long they take, and what comes shortly after. */
    private static List<JsonNode> andNoMore(LiveSocket socket, int expected) {
        List<JsonNode> frames = new ArrayList<>();
        while (frames.size() < expected) {
            frames.add(socket.next(
                    "hello", "resync", "snapshot", "position", "status", "trip", "alert", "removed", "error"));
        }
        frames.addAll(socket.rest(500));
        return frames;
    }
}
