package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A8: a trip changes hands by each trigger, and stops doing so by itself after three times. */
class TriggersIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
    }

    @Test // A8 HEALTH
    void reassignsWhenTheVehicleFailsItsCheck() {
        TripRecord trip = confirmed(2, 3);

        deliver(
                "reassignTripOnVehicleChecked",
                new CarrierEvent.VehicleChecked(carrier(2), Map.of("tyres", "ISSUE"), false, List.of(), now()));

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED HEALTH");
    }

    @Test // A8 CAPACITY_EXCEEDED
    void reassignsWhenTheLoadOutgrowsTheVehicle() {
        TripRecord trip = confirmed(2, 3);
        scene.database().execute("update trips.carrier set payload_g = 5000000 where id = ?::uuid", carrier(3));
        TripRecord grown = scene.change(trip.id(), before -> heavier(before.touched(), 900_000));

        deliver("recheckCarrierOnPlanChanged", TripFacts.changed(grown, "BATCH_ADDED", now()));

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED CAPACITY_EXCEEDED");
    }

    @Test // A8 LATE_DEPARTURE
    void reassignsFortyFiveMinutesAfterThePlannedDepartureAndNotBefore() {
        TripRecord trip = confirmed(2, 3);
        depart(trip, Duration.ofMinutes(44));
        scene.fire("trip.late-departure");
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(2));

        depart(trip, Duration.ofMinutes(46));
        scene.fire("trip.late-departure");

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED LATE_DEPARTURE");
    }

    @Test // a carrier that comes late for all has its 45 minutes too
    void countsFromTheConfirmationWhenTheTripWasTakenAfterItsDeparture() {
        TripRecord trip = confirmed(2, 3);
        depart(trip, Duration.ofMinutes(90));
        confirmedAgo(trip, Duration.ofMinutes(44));
        scene.fire("trip.late-departure");
        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL");

        confirmedAgo(trip, Duration.ofMinutes(46));
        scene.fire("trip.late-departure");

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED LATE_DEPARTURE");
    }

    @Test // A8 BREAKDOWN before departure
    void reassignsATripWhoseVehicleBreaksDownBeforeItLeaves() {
        TripRecord trip = confirmed(2, 3);

        deliver("reassignTripOnBreakdownReported", breakdown(trip, 2, false));

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED BREAKDOWN");
    }

    @Test // A8 BREAKDOWN on the road
    void sendsAnotherCarrierToATripThatBrokeDownOnTheRoad() {
        TripRecord trip = confirmed(2, 3);
        scene.depart(trip.id());

        deliver("reassignTripOnBreakdownReported", breakdown(trip, 2, false));

        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL", "3 HANDOVER BREAKDOWN");
        TripRecord after = scene.find(trip.id());
        assertThat(after.state()).isEqualTo(TripState.IN_TRANSIT);
        assertThat(after.carrierId()).isEqualTo(carrier(2));
        assertThat(after.handoverRequired()).isTrue();
        assertThat(scene.harness()
                        .emitted(AssignmentEvent.HandoverInitiated.TYPE)
                        .getLast())
                .satisfies(event -> {
                    assertThat(event.from()).isEqualTo(carrier(2));
                    assertThat(event.to()).isEqualTo(carrier(3));
                    assertThat(event.place()).isEqualTo(TripScene.MINSK);
                });
    }

    @Test
    void leavesAVehicleThatStillDrivesAlone() {
        TripRecord trip = confirmed(2, 3);

        deliver("reassignTripOnBreakdownReported", breakdown(trip, 2, true));

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(2));
    }

    @Test // A8 GPS_SILENCE
    void onlySuggestsAnotherCarrierWhenADriverGoesSilent() {
        TripRecord trip = confirmed(2, 3);
        scene.depart(trip.id());

        deliver("reassignTripOnSignalLost", lost(trip, 1_799));
        assertThat(suggestions(trip)).isEmpty();
        deliver("reassignTripOnSignalLost", lost(trip, 1_800));

        assertThat(suggestions(trip)).containsExactly("GPS_SILENCE");
        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL");
    }

    @Test // A8 GPS_SILENCE by policy
    void sendsAnotherCarrierToASilentAndLateTripWhenThePolicySaysSo() {
        TripScene auto = new TripScene(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_POLICY_GPS_SILENCE", "auto"));
        TripRecord trip = confirmed(2, 3);
        scene.depart(trip.id());

        auto.harness().event("reassignTripOnSignalLost", lost(trip, 1_900), 1);
        assertThat(scene.assignments(trip.id())).hasSize(1);
        scene.change(
                trip.id(),
                before -> before.touched()
                        .edit()
                        .stop(1, stop -> stop.served(600, null, now()).withEta(now().plusSeconds(1_830)))
                        .done());
        auto.harness().event("reassignTripOnSignalLost", lost(trip, 2_000), 1);

        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL", "3 HANDOVER GPS_SILENCE");
    }

    @Test // A8 GPS_SILENCE: a silent vehicle keeps its last arrival time, which says less every minute
    void countsASilentTripAsLateWhenTheWindowHasPassedWhateverWasLastExpected() {
        TripScene auto = new TripScene(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_POLICY_GPS_SILENCE", "auto"));
        TripRecord trip = confirmed(2, 3);
        scene.depart(trip.id());

        window(trip, now().minusSeconds(1_700));
        auto.harness().event("reassignTripOnSignalLost", lost(trip, 1_900), 1);
        assertThat(scene.assignments(trip.id())).hasSize(1);

        window(trip, now().minusSeconds(1_801));
        auto.harness().event("reassignTripOnSignalLost", lost(trip, 2_000), 1);

        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL", "3 HANDOVER GPS_SILENCE");
    }

    @Test
    void meetsAVehicleWhereItWasLastSeenWhenNobodyNamesAPlace() {
        TripRecord trip = confirmed(2, 3);
        TripRecord driving = scene.depart(trip.id());
        scene.position(driving, 53.85, 27.66, now());

        deliver("reassignTripOnBreakdownReported", breakdownSomewhere(trip, 2));

        assertThat(handoverPlace()).isEqualTo(new GeoPoint(53.85, 27.66));
    }

    @Test
    void meetsAVehicleAtItsLastStopWhenItsLastPositionIsOlder() {
        TripRecord trip = confirmed(2, 3);
        TripRecord driving = scene.depart(trip.id());
        scene.position(driving, 53.85, 27.66, now().minusSeconds(600));
        scene.change(
                trip.id(),
                before -> before.edit()
                        .stop(1, stop -> stop.ended(StopState.DONE, null, now()))
                        .done());

        deliver("reassignTripOnBreakdownReported", breakdownSomewhere(trip, 2));

        assertThat(handoverPlace()).isEqualTo(TripScene.MINSK);
    }

    private GeoPoint handoverPlace() {
        return scene.harness()
                .emitted(AssignmentEvent.HandoverInitiated.TYPE)
                .getLast()
                .place();
    }

    /** The first stop is done; the next one is expected in time. */
    private void window(TripRecord trip, Instant to) {
        scene.change(
                trip.id(),
                before -> before.edit()
                        .stop(1, stop -> stop.ended(StopState.DONE, null, now()))
                        .stop(2, stop -> stop.served(600, null, to).withEta(to.minusSeconds(60)))
                        .done());
    }

    @Test // A8: loop guard
    void stopsAfterThreeAutomaticReassignmentsInTwoHours() {
        scene.online(2, 3, 4, 5, 6, 7);
        TripRecord trip = scene.aPlannedTrip(10);

        for (int number = 2; number <= 5; number++) {
            reject(trip, number);
        }

        assertThat(scene.assignments(trip.id()))
                .containsExactly(
                        "2 REJECTED INITIAL", "3 REJECTED REJECTED", "4 REJECTED REJECTED", "5 REJECTED REJECTED");
        assertThat(scene.find(trip.id()).needsManual()).isTrue();
        assertThat(scene.harness()
                        .emitted(AssignmentEvent.AssignmentExhausted.TYPE)
                        .getLast()
                        .reasons())
                .containsOnlyKeys("LOOP_GUARD");
        deliver("offerTripsOnAvailabilityChanged", online(8));
        assertThat(scene.find(trip.id()).state()).isEqualTo(TripState.PLANNED);
    }

    @Test // A8: loop guard
    void countsAgainAfterTwoHours() {
        scene.online(2, 3, 4, 5, 6, 7);
        TripRecord trip = scene.aPlannedTrip(10);
        for (int number = 2; number <= 4; number++) {
            reject(trip, number);
        }
        scene.database().execute("update trips.assignment set offered_at = offered_at - interval '2 hours'");

        reject(trip, 5);

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(6));
    }

    private static TripRecord heavier(TripRecord trip, long weightG) {
        return trip.edit()
                .batches(trip.batches().stream()
                        .map(batch -> batch.withContent(batch.orderIds(), weightG, batch.volumeCm3()))
                        .toList())
                .done();
    }

    /** Confirmed by the first carrier while the others are online too. */
    private TripRecord confirmed(int... numbers) {
        scene.online(numbers);
        TripRecord trip = scene.aPlannedTrip(10);
        confirm(trip, numbers[0]);
        return scene.find(trip.id());
    }

    private void confirm(TripRecord trip, int number) {
        assertThat(scene.harness()
                        .command("confirmTrip")
                        .as(Principals.carrier(carrier(number)))
                        .path("id", trip.id())
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private void reject(TripRecord trip, int number) {
        assertThat(scene.harness()
                        .command("rejectTrip")
                        .as(Principals.carrier(carrier(number)))
                        .path("id", trip.id())
                        .body(Map.of("reason", "no time"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** It should have left so long ago, and was confirmed before. */
    private void depart(TripRecord trip, Duration ago) {
        scene.database()
                .execute(
                        "update trips.trip set planned_departure = now() - interval '1 second' * ? where id = ?::uuid",
                        ago.toSeconds(),
                        trip.id());
        confirmedAgo(trip, Duration.ofHours(3));
    }

    private void confirmedAgo(TripRecord trip, Duration ago) {
        scene.database()
                .execute(
                        "update trips.assignment set confirmed_at = now() - interval '1 second' * ? where trip_id = ?::uuid",
                        ago.toSeconds(),
                        trip.id());
    }

    private void deliver(String function, DomainEvent event) {
        EventReply reply = scene.harness().event(function, event, 1);
        assertThat(reply.status()).as("%s", reply.cause()).isEqualTo(204);
    }

    private static CarrierEvent.AvailabilityChanged online(int number) {
        return new CarrierEvent.AvailabilityChanged(
                carrier(number), Availability.ONLINE, now(), TripScene.MINSK.lat(), TripScene.MINSK.lng(), now());
    }

    private static TripEvent.BreakdownReported breakdown(TripRecord trip, int number, boolean drivable) {
        return new TripEvent.BreakdownReported(
                trip.id(),
                carrier(number),
                "ENGINE",
                drivable,
                TripScene.MINSK.lat(),
                TripScene.MINSK.lng(),
                "NONE",
                List.of(),
                now());
    }

    private static TripEvent.BreakdownReported breakdownSomewhere(TripRecord trip, int number) {
        return new TripEvent.BreakdownReported(
                trip.id(), carrier(number), "ENGINE", false, null, null, "NONE", List.of(), now());
    }

    private static TrackingEvent.SignalLost lost(TripRecord trip, long seconds) {
        return new TrackingEvent.SignalLost(trip.id(), now().minusSeconds(seconds), seconds, now());
    }

    private List<String> suggestions(TripRecord trip) {
        return scene.database()
                .texts("select trigger from trips.suggestion where trip_id = ?::uuid order by 1", trip.id());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
