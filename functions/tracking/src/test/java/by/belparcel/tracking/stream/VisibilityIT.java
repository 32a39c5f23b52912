package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Who sees which trips, and what a client may ask for. */
class VisibilityIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private final StreamBed bed = StreamBed.start(POSTGRES.database());

    @BeforeEach
    void trips() {
        bed.clear();
        bed.trip("mine", "me", "pvz-1");
        bed.trip("other", "somebody", "pvz-2");
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test // S-059, S-128
    void aCarrierSeesHisOwnTripsOnly() {
        LiveSocket socket = bed.open(Principals.carrier("me"));
        assertThat(trips(socket.next("snapshot"))).containsExactly("mine");
        bed.move("other", 1);
        bed.feed("trip", "other", "{\"number\":\"x\"}");
        bed.move("mine", 1);

        JsonNode told = socket.next("position", "trip", "status", "removed", "alert", "snapshot");
        assertThat(told.path("trip_id").asString()).isEqualTo("mine");
        assertThat(socket.rest(800)).isEmpty();
    }

    @Test // S-059: within five seconds
    void aCarrierSeesNothingMoreAfterReassignment() {
        LiveSocket old = bed.open(Principals.carrier("me"));
        LiveSocket next = bed.open(Principals.carrier("somebody"));
        assertThat(trips(old.next("snapshot"))).containsExactly("mine");
        assertThat(trips(next.next("snapshot"))).containsExactly("other");
        long start = System.nanoTime();
        bed.database.execute("update tracking.trip set carrier_id = 'somebody' where trip_id = 'mine'");
        bed.feed("trip", "mine", "{\"carrier_id\":\"somebody\"}");

        assertThat(old.next("removed", "trip").path("type").asString()).isEqualTo("removed");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(next.next("trip").path("carrier_id").asString()).isEqualTo("somebody");
        bed.move("mine", 2);
        assertThat(next.next("position").path("trip_id").asString()).isEqualTo("mine");
        assertThat(old.rest(800)).isEmpty();
    }

    @Test // S-059: reassigned while away
    void aCarrierWhoComesBackForgetsWhatIsNoLongerHis() {
        LiveSocket first = bed.open(Principals.carrier("me"));
        assertThat(trips(first.next("snapshot"))).containsExactly("mine");
        first.abort();
        bed.database.execute("update tracking.trip set carrier_id = 'somebody' where trip_id = 'mine'");
        bed.feed("trip", "mine", "{\"carrier_id\":\"somebody\"}");
        bed.move("mine", 3);

        LiveSocket again = bed.resume(Principals.carrier("me"), first.cursor);

        assertThat(again.next("hello").path("cursor").asString()).isNotEmpty();
        assertThat(trips(again.next("snapshot", "position"))).isEmpty();
    }

    @Test
    void aWorkerSeesTripsToHisPickupPoint() {
        LiveSocket socket = bed.open(Principals.pvzWorker("pvz-2"));

        assertThat(trips(socket.next("snapshot"))).containsExactly("other");
    }

    @Test // delivery.md section 6, bad input; S-059
    void aForeignOrUnknownTripIsNotFoundAndTheSocketStays() {
        LiveSocket socket = bed.open(Principals.carrier("me"));
        assertThat(trips(socket.next("snapshot"))).containsExactly("mine");
        for (String trip : List.of("other", "unknown", "other", "unknown")) {
            socket.send("{\"type\":\"subscribe\",\"trips\":[\"" + trip + "\"]}");
            assertThat(socket.next("error").path("code").asString()).isEqualTo("TRIP_NOT_FOUND");
            assertThat(trips(socket.next("snapshot"))).isEmpty();
        }
        socket.send("{\"type\":\"subscribe\",\"trips\":[\"mine\"]}");
        assertThat(trips(socket.next("snapshot"))).containsExactly("mine");
    }

    @Test
    void anOperatorChoosesTrips() {
        LiveSocket socket = bed.open(Principals.operator(), "/ws/locations?trip=mine");
        assertThat(trips(socket.next("snapshot"))).containsExactly("mine");
        bed.move("other", 1);
        bed.move("mine", 1);
        assertThat(socket.next("position").path("trip_id").asString()).isEqualTo("mine");
        assertThat(socket.rest(800)).isEmpty();

        socket.send("{\"type\":\"subscribe\"}");
        assertThat(trips(socket.next("snapshot"))).containsExactlyInAnyOrder("mine", "other");
        socket.send("{\"type\":\"unsubscribe\",\"trips\":[\"mine\"]}");
        assertThat(socket.next("error").path("code").asString()).isEqualTo("VALIDATION_FAILED");
        bed.move("other", 2);
        assertThat(socket.next("position").path("trip_id").asString()).isEqualTo("other");
        socket.send("{\"type\":\"unsubscribe\"}");
        socket.send("{\"type\":\"ping\"}");
        assertThat(socket.next("hello").path("cursor").asString()).isNotEmpty();
        bed.move("other", 3);
        assertThat(socket.rest(800)).isEmpty();
    }

    @Test
    void aBoxHidesWhatLeavesIt() {
        LiveSocket socket = bed.open(Principals.operator(), "/ws/locations?bbox=27,53.8,28,53.95");
        assertThat(trips(socket.next("snapshot"))).containsExactlyInAnyOrder("mine", "other");
        bed.move("mine", 1_000);
        JsonNode gone = socket.next("removed", "position");
        assertThat(gone.path("type").asString()).isEqualTo("removed");
        assertThat(gone.path("trip_id").asString()).isEqualTo("mine");

        bed.move("mine", 2_000);
        assertThat(socket.rest(800)).isEmpty();
        LiveSocket bad = bed.open(Principals.operator(), "/ws/locations?bbox=1,2,3");
        assertThat(bad.next("error").path("code").asString()).isEqualTo("VALIDATION_FAILED");
    }

    @Test // a marker that the client still shows must go, although this connection never told of it
    void aBoxHidesWhatLeavesItAlsoAfterResuming() {
        String box = "/ws/locations?bbox=27,53.8,28,53.95";
        LiveSocket first = bed.open(Principals.operator(), box);
        assertThat(trips(first.next("snapshot"))).hasSize(2);
        first.abort();
        bed.feed("alert", "mine", "{\"alert_id\":\"missed\"}");

        LiveSocket again = bed.open(Principals.operator(), box + "&cursor=" + first.cursor);
        assertThat(again.next("alert", "snapshot").path("alert_id").asString(""))
                .isEqualTo("missed");
        bed.move("mine", 1_000);

        assertThat(again.next("removed", "position").path("type").asString()).isEqualTo("removed");
    }

    @Test // S-125
    void aBadFrameIsAnErrorAndTheThirdOneTheEnd() {
        LiveSocket socket = bed.open(Principals.operator());
        assertThat(trips(socket.next("snapshot"))).hasSize(2);
        for (String bad : List.of("{", "{\"type\":\"delete\"}", "{\"type\":\"subscribe\",\"trips\":\"mine\"}")) {
            socket.send(bad);
            assertThat(socket.next("error").path("code").asString()).isEqualTo("VALIDATION_FAILED");
        }

        assertThat(socket.code()).isEqualTo(1008);
    }

    private static List<String> trips(JsonNode snapshot) {
        return snapshot.path("items")
                .valueStream()
                .map(item -> item.path("trip_id").asString())
                .toList();
    }
}
