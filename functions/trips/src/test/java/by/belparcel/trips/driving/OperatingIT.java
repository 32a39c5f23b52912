package by.belparcel.trips.driving;

import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.trips.TripFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What operators and moderators do with a trip. */
class OperatingIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100"));
    }

    private HttpReply resequence(String trip, Integer... stops) {
        return trips.harness()
                .command("resequenceTrip")
                .as(Principals.operator())
                .path("id", trip)
                .body(Map.of("stop_ids", List.of(stops)))
                .send();
    }

    @Test
    void cancelsATripAndPlansItsBatchesAgain() {
        String trip = trips.anOfferedTrip(CENTRE);
        String batch = trips.batches(trip).getFirst();

        HttpReply reply = trips.harness()
                .command("cancelTrip")
                .as(Principals.moderator())
                .path("id", trip)
                .body(Map.of("reason", "the road is closed"))
                .send();

        assertThat(reply.text("state")).isEqualTo("CANCELLED");
        assertThat(trips.told(trip)).contains("trip.assignment-revoked v3", "trip.cancelled v3");
        assertThat(trips.tripOf(batch)).isEqualTo("null");
        trips.replan();
        assertThat(trips.tripOf(batch)).isNotEqualTo(trip).isNotEqualTo("null");
    }

    @Test
    void plansABatchAgainThatIsAnnouncedAgain() {
        BatchEvent.Closed closed = trips.closed(TripFixture.id(), CENTRE, 3);
        trips.close(closed);
        String trip = trips.tripOf(closed.batchId());
        trips.harness()
                .command("cancelTrip")
                .as(Principals.moderator())
                .path("id", trip)
                .body(Map.of("reason", "the road is closed"))
                .send();

        trips.close(closed);
        String other = trips.tripOf(closed.batchId());
        assertThat(other).isNotEqualTo(trip).isNotEqualTo("null");
        trips.replan();
        assertThat(trips.tripOf(closed.batchId())).isEqualTo(other);
    }

    @Test
    void bringsBackEverythingOfATripThatIsCompletedByForce() {
        String trip = trips.aTripOnItsWay(CENTRE);
        String batch = trips.batches(trip).getFirst();

        HttpReply reply = trips.harness()
                .command("completeTrip")
                .as(Principals.operator())
                .path("id", trip)
                .body(Map.of("reason", "the driver is ill", "force", true))
                .send();

        assertThat(reply.text("state")).isEqualTo("COMPLETED");
        assertThat(trips.told(batch)).containsExactly("batch.picked-up v3", "batch.received-at-hub v4");
        assertThat(trips.told(trip)).contains("trip.stop-skipped v4", "trip.completed v4");
    }

    @Test
    void changesTheOrderOfOpenStops() {
        String trip = trips.aTripOnItsWay(WEST, CENTRE);

        HttpReply reply = resequence(trip, 3, 2);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(trips.stops(trip)).containsExactly("PICKUP 1 DONE", "PVZ 3 PENDING", "PVZ 2 PENDING");
        assertThat(trips.harness().emitted(TripEvent.PlanChanged.TYPE).getLast().reason())
                .isEqualTo("RESEQUENCED");
    }

    @Test
    void movesNoStopThatWasStarted() {
        String trip = trips.aTripOnItsWay(WEST, CENTRE);
        trips.driver("arriveAtStop", trip, 2).body("{}").send();

        assertThat(resequence(trip, 3, 2).code()).isEqualTo("STOP_FROZEN");
        assertThat(resequence(trip, 2, 3, 1).code()).isEqualTo("STOP_FROZEN");
        assertThat(resequence(trip, 7).code()).isEqualTo("STOP_NOT_IN_TRIP");
        assertThat(resequence(trip, 1).code()).isEqualTo("STOPS_MISSING");
        assertThat(resequence(trip, 1, 2, 3).status()).isEqualTo(200);
    }
}
