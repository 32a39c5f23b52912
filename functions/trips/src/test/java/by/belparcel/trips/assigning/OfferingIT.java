package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OfferingIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
    }

    @Test
    void offersAPlannedTripToTheBestCarrierAndSaysWhy() {
        scene.online(2, 3);

        TripRecord trip = scene.aPlannedTrip(10);

        assertThat(trip.state()).isEqualTo(TripState.ASSIGNED);
        assertThat(trip.carrierId()).isEqualTo(carrier(2));
        AssignmentEvent.Assigned told = assigned(trip).getFirst();
        assertThat(told.ranking()).extracting(score -> score.carrierId()).containsExactly(carrier(2), carrier(3));
        assertThat(told.excluded())
                .hasSize(20)
                .allSatisfy(other -> assertThat(other.reason()).isEqualTo("NOT_ONLINE"));
        assertThat(scene.database()
                        .text(
                                "select decision ->> 'need' from trips.assignment where id = ?::uuid",
                                told.assignmentId()))
                .contains("\"radius_m\": 5000");
    }

    @Test
    void confirmsOnceHoweverOftenTheDriverSaysSo() {
        scene.online(2);
        TripRecord trip = scene.aPlannedTrip(10);

        HttpReply first = confirm(trip.id(), 2);
        HttpReply again = confirm(trip.id(), 2);

        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("CONFIRMED");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL");
    }

    @Test // D9, A8 REJECTED
    void asksTheNextCandidateAtOnceWhenACarrierRejects() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);

        HttpReply reply = reject(trip.id(), 2, "vehicle is dirty");

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(scene.assignments(trip.id())).containsExactly("2 REJECTED INITIAL", "3 OFFERED REJECTED");
        TripRecord after = scene.find(trip.id());
        assertThat(after.carrierId()).isEqualTo(carrier(3));
        assertThat(types(trip.id()))
                .containsExactly(
                        "trip.assigned v2", "trip.assignment-rejected v3", "trip.assigned v4", "trip.reassigned v4");
    }

    @Test // D9
    void waitsAndThenGoesToTheManualQueueWhenNobodyIsLeft() {
        scene.online(2);
        TripRecord trip = scene.aPlannedTrip(10);
        reject(trip.id(), 2, "no time");

        for (int i = 0; i < 10; i++) {
            assertThat(scene.find(trip.id()).needsManual()).isFalse();
            scene.fire("assignment.retry");
        }

        assertThat(scene.find(trip.id()).needsManual()).isTrue();
        assertThat(scene.find(trip.id()).state()).isEqualTo(TripState.PLANNED);
        assertThat(scene.harness().emitted(AssignmentEvent.AssignmentExhausted.TYPE))
                .filteredOn(event -> event.tripId().equals(trip.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.reasons()).containsEntry("NOT_ONLINE", 39));
        assertThat(scene.assignments(trip.id())).containsExactly("2 REJECTED INITIAL");
    }

    @Test // D9, D20, A8 CONFIRM_TIMEOUT
    void asksTheNextCandidateWhenNobodyAnswers() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);

        scene.fire("assignment.confirm");

        assertThat(scene.assignments(trip.id())).containsExactly("2 EXPIRED INITIAL", "3 OFFERED CONFIRM_TIMEOUT");
        HttpReply late = confirm(trip.id(), 2);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("OFFER_EXPIRED");
    }

    @Test
    void refusesToConfirmAfterTheTimeIsOverEvenBeforeTheTimerFires() {
        scene.online(2);
        TripRecord trip = scene.aPlannedTrip(10);
        scene.database().execute("update trips.assignment set confirm_by = now() - interval '1 second'");

        assertThat(confirm(trip.id(), 2).code()).isEqualTo("OFFER_EXPIRED");
    }

    @Test
    void hidesTripsOfOthersFromADriver() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);

        assertThat(confirm(trip.id(), 3).code()).isEqualTo("TRIP_NOT_FOUND");
        assertThat(reject(trip.id(), 3, "not mine").code()).isEqualTo("TRIP_NOT_FOUND");
    }

    @Test
    void refusesToRejectWithoutAReason() {
        scene.online(2);
        TripRecord trip = scene.aPlannedTrip(10);

        HttpReply reply = scene.harness()
                .command("rejectTrip")
                .as(Principals.carrier(carrier(2)))
                .path("id", trip.id())
                .body(Map.of())
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    }

    private HttpReply confirm(String tripId, int number) {
        return scene.harness()
                .command("confirmTrip")
                .as(Principals.carrier(carrier(number)))
                .path("id", tripId)
                .send();
    }

    private HttpReply reject(String tripId, int number, String reason) {
        return scene.harness()
                .command("rejectTrip")
                .as(Principals.carrier(carrier(number)))
                .path("id", tripId)
                .body(Map.of("reason", reason))
                .send();
    }

    private List<AssignmentEvent.Assigned> assigned(TripRecord trip) {
        return scene.harness().emitted(AssignmentEvent.Assigned.TYPE).stream()
                .filter(event -> event.tripId().equals(trip.id()))
                .toList();
    }

    private List<String> types(String tripId) {
        return scene.harness().emitted().stream()
                .filter(event -> event.metadata().subject().equals(tripId))
                .map(OfferingIT::name)
                .toList();
    }

    private static String name(RecordedEvent event) {
        return event.type().replace("by.belparcel.", "").replace(".v1", "")
                + " v"
                + event.metadata().sequence();
    }
}
