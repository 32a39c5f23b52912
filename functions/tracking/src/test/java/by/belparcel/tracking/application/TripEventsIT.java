package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.AlertEvent;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.LoadSum;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.EtaQuality;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What trips, carriers and alerts tell: projection, map and feed. */
class TripEventsIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "endTripOnTripCompleted";
    }

    @Override
    protected DomainEvent arrange() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.reports(bed.fix(0.5, 10));
        return completed(bed);
    }

    @Override
    protected long sequence() {
        return 9;
    }

    private static TripEvent.Completed completed(TrackingBed bed) {
        return new TripEvent.Completed(bed.trip(), bed.carrier(), bed.now(), Map.of(), bed.now());
    }

    private static String state(TrackingBed bed) {
        return POSTGRES.database().text("select state from tracking.trip where trip_id = ?", bed.trip());
    }

    private static JsonNode lastFrame(TrackingBed bed, String kind) {
        return Json.mapper().readTree(bed.feed(kind).getLast());
    }

    private static AssignmentEvent.Reassigned reassigned(TrackingBed bed, String to) {
        return new AssignmentEvent.Reassigned(
                bed.trip(),
                bed.trip(),
                List.of(),
                bed.carrier(),
                to,
                "a2",
                AssignmentTrigger.BREAKDOWN,
                "broken axle",
                null,
                true,
                bed.now(),
                bed.now());
    }

    @Test
    void tellsThePlanToLiveClients() {
        TrackingBed bed = TrackingBed.planned(harness);

        JsonNode frame = lastFrame(bed, "trip");
        assertThat(frame.get("state").asString()).isEqualTo("PLANNED");
        assertThat(frame.get("pvz_ids").get(0).asString()).isEqualTo(bed.pvz());
        assertThat(frame.get("next_stop").asInt()).isEqualTo(1);
        assertThat(frame.get("planned_line").size()).isEqualTo(2);
    }

    @Test
    void takesATripOffTheMapWhenItEnds() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.reports(bed.fix(0.5, 10));

        bed.does("endTripOnTripCompleted", completed(bed), 9);

        assertThat(state(bed)).isEqualTo("COMPLETED");
        assertThat(bed.count("carrier_locations")).isZero();
        assertThat(lastFrame(bed, "removed").get("reason").asString()).isEqualTo("COMPLETED");
    }

    @Test // the end comes before the start: the drive still happened
    void keepsTheDriveOfATripWhoseStartCameLate() {
        TrackingBed bed = TrackingBed.planned(harness);
        bed.does("endTripOnTripCompleted", completed(bed), 9);

        bed.starts();
        bed.reports(bed.fix(0.5, 100));

        assertThat(state(bed)).isEqualTo("COMPLETED");
        assertThat(bed.track()).containsExactly("100");
        assertThat(bed.count("carrier_locations")).isZero();
        assertThat(bed.feed("removed")).isEmpty();
    }

    @Test // the start comes before the plan
    void takesAPlanThatCameLate() {
        TrackingBed bed = TrackingBed.planned(harness);
        bed.starts();

        bed.does("planTripOnTripPlanned", bed.plan(), 1);
        assertThat(state(bed)).isEqualTo("IN_TRANSIT");

        assertThat(harness.event("recordStopOnTripStopArrived", arrived("b9", bed), 4)
                        .status())
                .isEqualTo(503);
    }

    private static TripEvent.StopArrived arrived(String trip, TrackingBed bed) {
        return new TripEvent.StopArrived(trip, 2, bed.pvz(), bed.now(), null, null, List.of(), bed.now());
    }

    @Test
    void neverTakesAnOlderPlanOrStateForNews() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        TripEvent.PlanChanged empty = new TripEvent.PlanChanged(
                bed.trip(),
                "T-1",
                0,
                "w",
                List.of(),
                List.of(),
                new LoadSum(0, 0, 0),
                0,
                0,
                "haversine",
                by.belparcel.kernel.PlanQuality.STRAIGHT,
                bed.now(),
                "DRIVER_ORDER",
                bed.now());

        bed.does("planTripOnTripPlanChanged", empty, 0);
        bed.does(
                "assignTripOnTripAssigned",
                new AssignmentEvent.Assigned(
                        bed.trip(),
                        "a0",
                        1,
                        "somebody",
                        AssignmentTrigger.INITIAL,
                        bed.now(),
                        List.of(),
                        List.of(),
                        bed.now()),
                1);

        assertThat(state(bed)).isEqualTo("IN_TRANSIT");
        assertThat(POSTGRES.database().text("select carrier_id from tracking.trip where trip_id = ?", bed.trip()))
                .isEqualTo(bed.carrier());
        assertThat(POSTGRES.database()
                        .number("select jsonb_array_length(stops) from tracking.trip where trip_id = ?", bed.trip()))
                .isEqualTo(2);
    }

    @Test
    void followsTheStops() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.does("recordStopOnTripStopArrived", arrived(bed.trip(), bed), 4);
        bed.does(
                "recordStopOnTripStopCompleted",
                new TripEvent.StopCompleted(
                        bed.trip(), 2, bed.pvz(), bed.now(), null, null, List.of(), List.of(), bed.now()),
                5);
        bed.does("recordStopOnTripStopArrived", arrived(bed.trip(), bed), 4);

        assertThat(lastFrame(bed, "trip").get("stops").get(1).get("state").asString())
                .isEqualTo("DONE");
    }

    @Test
    void showsTheNextArrival() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);

        bed.does(
                "recordEtaOnTripEtaChanged",
                new TripEvent.EtaChanged(bed.trip(), 2, bed.now(), null, EtaQuality.HIGH, 61, bed.now()),
                4);

        assertThat(lastFrame(bed, "trip").get("delay_min").asInt()).isEqualTo(2);
        assertThat(lastFrame(bed, "trip").get("eta_quality").asString()).isEqualTo("HIGH");
    }

    @Test
    void forgetsTheArrivalAtAStopThatIsOver() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.does(
                "recordEtaOnTripEtaChanged",
                new TripEvent.EtaChanged(bed.trip(), 1, bed.now(), null, EtaQuality.HIGH, 61, bed.now()),
                4);

        bed.does(
                "recordStopOnTripStopCompleted",
                new TripEvent.StopCompleted(
                        bed.trip(),
                        1,
                        bed.plan().stops().getFirst().placeId(),
                        bed.now(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        bed.now()),
                5);

        assertThat(lastFrame(bed, "trip").get("next_stop").asInt()).isEqualTo(2);
        assertThat(lastFrame(bed, "trip").get("eta_at").isNull()).isTrue();
        assertThat(POSTGRES.database().number("select count(eta_at) from tracking.trip where trip_id = ?", bed.trip()))
                .isZero();
    }

    @Test // S-059: after the handover the old carrier's positions move nothing
    void followsTheNewCarrierFromTheHandoverOn() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        String other = bed.trip() + "-rescue";
        bed.knowsCarrier(other, true, 1, 1);
        bed.reports(bed.fix(0.5, 300));
        bed.does("assignTripOnTripReassigned", reassigned(bed, other), 5);
        bed.reports(bed.fix(0.5, 270));
        assertThat(bed.latest()).as("until the boxes changed hands").containsExactly("270");

        bed.does(
                "moveTripOnHandoverCompleted",
                new AssignmentEvent.HandoverCompleted(
                        bed.trip(), List.of("o1"), List.of(), true, bed.now().minus(200, ChronoUnit.SECONDS)),
                6);
        bed.reports(bed.fix(0.52, 100));
        assertThat(bed.latest()).as("the old one is silent").containsExactly("270");
        bed.reports(bed.fix(other, 53.9, 27.56, 10, bed.now().minusSeconds(60), 1));

        assertThat(bed.latest()).containsExactly("60");
        assertThat(POSTGRES.database()
                        .rows("select carrier_id, seq from tracking.carrier_locations where trip_id = ?", bed.trip()))
                .containsExactly(List.of(other, "3"));
    }

    @Test
    void keepsTheCarrierOfAPartialHandover() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.does("assignTripOnTripReassigned", reassigned(bed, "other"), 5);

        bed.does(
                "moveTripOnHandoverCompleted",
                new AssignmentEvent.HandoverCompleted(bed.trip(), List.of("o1"), List.of("o2"), false, bed.now()),
                6);
        bed.reports(bed.fix(0.5, 10));

        assertThat(bed.latest()).containsExactly("10");
    }

    @Test
    void changesTheCarrierOfATripThatWaitsAtOnce() {
        TrackingBed bed = TrackingBed.planned(harness);

        bed.does("assignTripOnTripReassigned", reassigned(bed, "other"), 2);

        assertThat(state(bed)).isEqualTo("ASSIGNED");
        assertThat(lastFrame(bed, "trip").get("carrier_id").asString()).isEqualTo("other");
    }

    @Test
    void letsATripWaitWhenItsCarrierRejectsItButKeepsHisSuccessor() {
        TrackingBed bed = TrackingBed.planned(harness);
        AssignmentEvent.AssignmentRejected no =
                new AssignmentEvent.AssignmentRejected(bed.trip(), "a1", "first", "ill", bed.now());
        AssignmentEvent.AssignmentRevoked taken =
                new AssignmentEvent.AssignmentRevoked(bed.trip(), "a1", "first", "reassigned", bed.now());
        bed.does("assignTripOnTripReassigned", reassigned(bed, "first"), 2);

        bed.does("releaseTripOnTripAssignmentRejected", no, 3);
        assertThat(state(bed)).isEqualTo("PLANNED");

        bed.does("assignTripOnTripReassigned", reassigned(bed, "second"), 4);
        bed.does("releaseTripOnTripAssignmentRevoked", taken, 4);
        assertThat(state(bed)).isEqualTo("ASSIGNED");
    }

    @Test
    void cancelsATripThatNeverStartedWithoutTouchingTheMap() {
        TrackingBed bed = TrackingBed.planned(harness);

        bed.does("endTripOnTripCancelled", new TripEvent.Cancelled(bed.trip(), null, "no goods", bed.now()), 3);

        assertThat(state(bed)).isEqualTo("CANCELLED");
        assertThat(bed.feed("removed")).isEmpty();
    }

    @Test
    void sendsAlertsOfTripsToLiveClients() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);

        bed.does(
                "showAlertOnAlertRaised",
                new AlertEvent.Raised(
                        "al1", AlertKind.OFF_ROUTE, AlertSeverity.WARNING, "trip", bed.trip(), 1, bed.now()),
                1);
        bed.does(
                "showAlertOnAlertResolved",
                new AlertEvent.Resolved(
                        "al1", AlertKind.OFF_ROUTE, AlertSeverity.WARNING, "trip", bed.trip(), 1, true, bed.now()),
                2);
        bed.does(
                "showAlertOnAlertRaised",
                new AlertEvent.Raised(
                        "al2", AlertKind.PANIC, AlertSeverity.CRITICAL, "carrier", bed.carrier(), 1, bed.now()),
                1);

        assertThat(bed.feed("alert"))
                .extracting(text -> Json.mapper().readTree(text).get("state").asString())
                .containsExactly("OPEN", "RESOLVED");
    }

    @Test // D11
    void letsOnlyAnAdministratorMakeACarrierActive() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.does(
                "barCarrierOnCarrierDeactivated",
                new CarrierEvent.Deactivated(bed.carrier(), "theft", "admin:1", false, bed.now()),
                2);

        bed.does(
                "recordAvailabilityOnCarrierAvailabilityChanged",
                new CarrierEvent.AvailabilityChanged(
                        bed.carrier(), Availability.ONLINE, bed.now(), null, null, bed.now()),
                3);
        bed.does(
                "admitCarrierOnCarrierActivated",
                new CarrierEvent.Activated(
                        bed.carrier(), "older", "admin:1", bed.now().minusSeconds(60)),
                1);
        assertThat(active(bed)).isEqualTo("f");

        bed.does(
                "admitCarrierOnCarrierActivated",
                new CarrierEvent.Activated(
                        bed.carrier(), "cleared", "admin:1", bed.now().plusSeconds(60)),
                4);
        assertThat(active(bed)).isEqualTo("t");
    }

    private static String active(TrackingBed bed) {
        return POSTGRES.database().text("select active from tracking.carrier where carrier_id = ?", bed.carrier());
    }
}
