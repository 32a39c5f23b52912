package by.belparcel.trips.driving;

import static by.belparcel.trips.TripFixture.BREST_HUB;
import static by.belparcel.trips.TripFixture.CARRIER;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.FixLine;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.trips.TripFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A driver carries a trip out. */
class DrivingIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100"));
    }

    private List<String> flags(String batch) {
        return trips.harness().emitted(BatchEvent.DeliveredToPvz.TYPE).stream()
                .filter(event -> event.batchId().equals(batch))
                .findFirst()
                .orElseThrow()
                .flags();
    }

    @Test
    void picksUpAndStarts() {
        String trip = trips.anOfferedTrip(CENTRE);
        String batch = trips.batches(trip).getFirst();

        HttpReply reply = trips.pickUp(trip);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.text("state")).isEqualTo("IN_TRANSIT");
        assertThat(trips.stops(trip)).containsExactly("PICKUP 1 DONE", "PVZ 2 PENDING");
        // an offer that nobody answered counts as confirmed
        assertThat(trips.told(trip))
                .containsSubsequence(
                        "trip.assignment-confirmed v3",
                        "trip.started v3",
                        "trip.stop-completed v3",
                        "trip.eta-changed v3");
        assertThat(trips.told(batch)).containsExactly("batch.picked-up v3");
        BatchEvent.PickedUp picked =
                trips.harness().emitted(BatchEvent.PickedUp.TYPE).getLast();
        assertThat(picked.scanned()).hasSize(3);
        assertThat(picked.carrierId()).isEqualTo(CARRIER);
    }

    @Test
    void changesNothingWhenItPicksUpTwice() {
        String trip = trips.aTripOnItsWay(CENTRE);
        long version = trips.version(trip);

        assertThat(trips.pickUp(trip).status()).isEqualTo(200);
        assertThat(trips.version(trip)).isEqualTo(version);
    }

    @Test
    void completesTheTripWithItsLastStop() {
        String trip = trips.aTripOnItsWay(CENTRE);
        String batch = trips.batches(trip).getFirst();

        assertThat(trips.driver("arriveAtStop", trip, 2).body("{}").send().status())
                .isEqualTo(200);
        HttpReply reply = trips.deliver(trip, 2);

        assertThat(reply.text("state")).isEqualTo("COMPLETED");
        assertThat(trips.told(batch)).containsExactly("batch.picked-up v3", "batch.delivered-to-pvz v5");
        assertThat(trips.told(trip))
                .containsSubsequence("trip.stop-arrived v4", "trip.stop-completed v5", "trip.completed v5");
        assertThat(POSTGRES.database().text("select state from trips.assignment where trip_id = ?::uuid", trip))
                .isEqualTo("COMPLETED");
        assertThat(trips.deliver(trip, 2).code()).isEqualTo("INVALID_STATE");
    }

    @Test
    void handsOverAtAHub() {
        String trip = trips.aTripOnItsWay(BREST_HUB);
        String batch = trips.batches(trip).getFirst();

        trips.deliver(trip, 2);

        assertThat(trips.told(batch)).containsExactly("batch.picked-up v3", "batch.received-at-hub v4");
        assertThat(trips.harness()
                        .emitted(BatchEvent.ReceivedAtHub.TYPE)
                        .getLast()
                        .hubId())
                .isEqualTo(BREST_HUB);
        assertThat(trips.state(trip)).isEqualTo("COMPLETED");
    }

    @Test
    void marksADeliveryFarFromTheStopAndAClockThatRunsAhead() {
        String trip = trips.aTripOnItsWay(CENTRE);
        String batch = trips.batches(trip).getFirst();

        HttpReply reply = trips.driver("deliverBatches", trip)
                .body(Map.of(
                        "stop_seq",
                        2,
                        "lat",
                        53.95,
                        "lng",
                        27.57,
                        "device_time",
                        Instant.now().plusSeconds(90).toString()))
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(flags(batch)).containsExactlyInAnyOrder("OUT_OF_GEOFENCE", "CLOCK_SKEW");
    }

    @Test
    void acceptsStopsOutOfOrderAndTellsTheNewPlan() {
        String trip = trips.aTripOnItsWay(WEST, CENTRE);
        assertThat(trips.stops(trip)).containsExactly("PICKUP 1 DONE", "PVZ 2 PENDING", "PVZ 3 PENDING");

        HttpReply reply = trips.deliver(trip, 3);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(trips.stops(trip)).containsExactly("PICKUP 1 DONE", "PVZ 3 DONE", "PVZ 2 PENDING");
        assertThat(trips.harness().emitted(TripEvent.PlanChanged.TYPE).getLast().reason())
                .isEqualTo("DRIVER_ORDER");
        assertThat(trips.deliver(trip, 2).text("state")).isEqualTo("COMPLETED");
    }

    @Test // delivery.md 4: recomputed on stop done
    void tellsTheArrivalAtTheNextStopWhenOneIsDoneHoweverLittleItMoved() {
        trips = TripFixture.at(
                POSTGRES.database(),
                Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100", "BELPARCEL_TRIPS_ETA_CHANGE", "PT10H"));
        String trip = trips.aTripOnItsWay(WEST, CENTRE);

        trips.driver("arriveAtStop", trip, 2).body("{}").send();
        trips.deliver(trip, 2);

        TripEvent.EtaChanged told =
                trips.harness().emitted(TripEvent.EtaChanged.TYPE).getLast();
        assertThat(told.stopSeq()).isEqualTo(3);
        assertThat(told.etaAt()).isAfter(Instant.now().minusSeconds(60));
        assertThat(trips.told(trip)).last().isEqualTo("trip.eta-changed v" + trips.version(trip));
    }

    @Test
    void leavesABatchBehindWithAReasonAndPlansItAgain() {
        String trip = trips.anOfferedTrip(WEST, CENTRE);
        List<String> batches = trips.batches(trip);

        HttpReply reply = trips.driver("pickUpBatches", trip)
                .body(Map.of("batch_ids", List.of(batches.getFirst()), "leave_behind", true, "reason", "not found"))
                .send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(trips.batches(trip)).containsExactly(batches.getFirst());
        assertThat(trips.stops(trip)).hasSize(2);
        trips.replan();
        assertThat(trips.tripOf(batches.getLast())).isNotEqualTo("null").isNotEqualTo(trip);
    }

    @Test
    void bringsBackWhatItCouldNotDeliver() {
        String trip = trips.aTripOnItsWay(WEST, CENTRE);
        String failed = POSTGRES.database()
                .text("select id from trips.batch where trip_id = ?::uuid and content ->> 'dest_id' = ?", trip, CENTRE);
        int seq = (int) trips.stopAt(trip, CENTRE);

        HttpReply reply = trips.driver("failStop", trip, seq)
                .body(Map.of("reason", "CLOSED_DOOR"))
                .send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(trips.stops(trip)).last().isEqualTo("RETURN 4 PENDING");
        trips.deliver(trip, (int) trips.stopAt(trip, WEST));
        assertThat(trips.state(trip)).isEqualTo("IN_TRANSIT");
        assertThat(trips.driver("skipStop", trip, 4)
                        .body(Map.of("reason", "TIRED"))
                        .send()
                        .code())
                .isEqualTo("STOP_REQUIRED");

        assertThat(trips.deliver(trip, 4).text("state")).isEqualTo("COMPLETED");
        assertThat(trips.told(failed)).last().asString().startsWith("batch.received-at-hub");
        assertThat(trips.harness()
                        .emitted(BatchEvent.ReceivedAtHub.TYPE)
                        .getLast()
                        .hubId())
                .isEqualTo(trips.origin());
    }

    @Test
    void asksForAHandoverWhenTheVehicleCannotGoOn() {
        String trip = trips.aTripOnItsWay(CENTRE);

        HttpReply reply = trips.driver("reportBreakdown", trip)
                .body(Map.of("kind", "engine", "text", "smoke", "drivable", false, "lat", 53.87, "lng", 27.6))
                .send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/handover_required").asBoolean()).isTrue();
        TripEvent.BreakdownReported told =
                trips.harness().emitted(TripEvent.BreakdownReported.TYPE).getLast();
        assertThat(told.kind()).isEqualTo("ENGINE");
        assertThat(told.noteCode()).isEqualTo("TEXT");
        assertThat(told.carrierId()).isEqualTo(CARRIER);
    }

    @Test
    void takesTheLastPositionForTheBreakdownWhenTheDriverNamesNone() {
        String trip = trips.aTripOnItsWay(CENTRE);
        Instant seen = Instant.now();
        FixLine fix = new FixLine(53.87, 27.6, 10, null, null, null, null, null, null, seen, seen, 1, null);
        trips.harness()
                .event(
                        "estimateArrivalOnPositionAccepted",
                        new TrackingEvent.PositionAccepted(trip, CARRIER, fix, 1, null, seen),
                        0);

        HttpReply reply = trips.driver("reportBreakdown", trip)
                .body(Map.of("kind", "engine", "drivable", false))
                .send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        TripEvent.BreakdownReported told =
                trips.harness().emitted(TripEvent.BreakdownReported.TYPE).getLast();
        assertThat(told.lat()).isEqualTo(53.87);
        assertThat(told.lng()).isEqualTo(27.6);
    }
}
