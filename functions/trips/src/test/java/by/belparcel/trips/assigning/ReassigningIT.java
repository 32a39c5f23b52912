package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.ReassignCommand;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class ReassigningIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
    }

    @Test // D6, A8 MANUAL
    void givesTheTripToExactlyTheChosenCarrier() {
        scene.online(2, 3, 4);
        TripRecord trip = scene.aPlannedTrip(10);

        HttpReply reply = send(trip, 4);

        assertThat(reply.status()).as("%s", reply).isEqualTo(202);
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(2));
        scene.harness().deliver();
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(4));
        assertThat(reassigned(trip)).singleElement().satisfies(event -> {
            assertThat(event.fromCarrierId()).isEqualTo(carrier(2));
            assertThat(event.carrierId()).isEqualTo(carrier(4));
            assertThat(event.trigger()).isEqualTo(AssignmentTrigger.MANUAL);
            assertThat(event.manualAction()).isTrue();
            assertThat(event.operatorId()).isEqualTo("operator-1");
            assertThat(event.oldTripId()).isEqualTo(trip.id());
            assertThat(event.assignmentId()).isEqualTo(reply.text("reassignment_id"));
        });
        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "4 OFFERED MANUAL");
    }

    @Test // D6: what was possible a moment ago
    void refusesExplicitlyWhenTheCarrierHasBecomeBusyInTheMeantime() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);
        HttpReply reply = send(trip, 3);
        TripRecord other = scene.aPlannedTrip(10);
        assertThat(other.carrierId()).isEqualTo(carrier(3));

        scene.harness().deliver();

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(2));
        assertThat(scene.harness().emitted(AssignmentEvent.ReassignRefused.TYPE))
                .filteredOn(event -> event.tripId().equals(trip.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.code()).isEqualTo("CARRIER_BUSY");
                    assertThat(event.commandId()).isEqualTo(reply.text("reassignment_id"));
                });
    }

    @Test // D1
    void publishesFiveReassignmentsOfOneTripInTheirOrder() {
        scene.online(2, 3, 4, 5, 6, 7);
        TripRecord trip = scene.aPlannedTrip(10);

        for (int number = 3; number <= 7; number++) {
            assertThat(send(scene.find(trip.id()), number).status()).isEqualTo(202);
            scene.harness().deliver();
        }

        assertThat(reassigned(trip))
                .extracting(AssignmentEvent.Reassigned::carrierId)
                .containsExactly(carrier(3), carrier(4), carrier(5), carrier(6), carrier(7));
        List<Long> versions = scene.harness().emitted().stream()
                .filter(event -> event.is(AssignmentEvent.Reassigned.TYPE)
                        && event.metadata().subject().equals(trip.id()))
                .map(event -> event.metadata().sequence())
                .toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates().hasSize(5);
    }

    @Test // R-102, S: two operators at once
    void letsOneOfTwoOperatorsWin() {
        scene.online(2, 3, 4);
        TripRecord trip = scene.aPlannedTrip(10);

        List<HttpReply> replies = Objects.requireNonNull(Flux.just(3, 4)
                .flatMap(number -> command(trip, number).reply(), 2)
                .collectList()
                .block(Duration.ofSeconds(20)));

        assertThat(replies).extracting(HttpReply::status).containsExactlyInAnyOrder(202, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("VERSION_CONFLICT"));
        scene.harness().deliver();
        assertThat(reassigned(trip)).hasSize(1);
    }

    @Test // duplicate command id: same result, one assignment
    void makesOneAssignmentOfACommandThatComesTwice() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);
        HttpReply first = command(trip, 3).key("same").send();
        HttpReply again = command(trip, 3).key("same").send();
        assertThat(again.bytes()).isEqualTo(first.bytes());
        ReassignCommand.Requested requested =
                scene.harness().emitted(ReassignCommand.Requested.TYPE).getLast();

        scene.harness().event("reassignTripOnRequested", requested, 3);
        scene.harness().event("reassignTripOnRequested", requested, 3);

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED MANUAL");
        assertThat(reassigned(trip)).hasSize(1);
    }

    @Test // the topic of the seed systems
    void checksTheVersionOfACommandThatSomebodyElsePutOnTheTopic() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);

        scene.harness().event("reassignTripOnRequested", foreign(trip, trip.version() - 1), 1);
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(2));
        scene.harness().event("reassignTripOnRequested", foreign(trip, trip.version()), 1);

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(3));
        assertThat(scene.harness()
                        .emitted(AssignmentEvent.ReassignRefused.TYPE)
                        .getLast()
                        .code())
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test // D19
    void keepsTheRevokedAssignmentInTheHistoryWhenNobodyReplacesIt() {
        scene.online(2);
        TripRecord trip = scene.aPlannedTrip(10);
        confirm(trip, 2);
        scene.database()
                .execute(
                        "update trips.trip set planned_departure = now() - interval '46 minutes' where id = ?::uuid",
                        trip.id());
        scene.database().execute("update trips.assignment set confirmed_at = confirmed_at - interval '1 hour'");

        scene.fire("trip.late-departure");

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL");
        TripRecord after = scene.find(trip.id());
        assertThat(after.state()).isEqualTo(TripState.PLANNED);
        assertThat(after.carrierId()).isNull();
        assertThat(scene.harness()
                        .emitted(AssignmentEvent.AssignmentRevoked.TYPE)
                        .getLast()
                        .reason())
                .isEqualTo("LATE_DEPARTURE");
    }

    @Test // D27
    void answersEveryItemOfABulkInItsOrder() {
        scene.online(2, 3, 4, 5, 6);
        TripRecord first = scene.aPlannedTrip(10);
        TripRecord second = scene.aPlannedTrip(10);
        List<Map<String, Object>> items = List.of(
                item(second, 5, second.version()),
                item(first, 4, first.version() + 7),
                item(first, 6, first.version()),
                item(first, 4, first.version()),
                Map.of(
                        "trip_id",
                        "0190a001-0000-7000-8000-00000000dead",
                        "new_carrier_id",
                        carrier(4),
                        "reason",
                        "none such",
                        "expected_version",
                        1));

        HttpReply reply = scene.harness()
                .command("reassignTrips")
                .as(Principals.moderator())
                .body(Map.of("items", items))
                .send();

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        List<String> results = IntStream.range(0, 5)
                .mapToObj(i -> reply.text("results/" + i + "/id").equals(second.id()) + " "
                        + reply.json().at("/results/" + i + "/ok").asBoolean() + " "
                        + reply.text("results/" + i + "/code"))
                .toList();
        assertThat(results)
                .containsExactly(
                        "true true ",
                        "false false VERSION_CONFLICT",
                        "false true ",
                        "false false VERSION_CONFLICT",
                        "false false TRIP_NOT_FOUND");
        assertThat(reply.json().at("/summary/ok").asInt()).isEqualTo(2);
        scene.harness().deliver();
        assertThat(scene.find(first.id()).carrierId()).isEqualTo(carrier(6));
        assertThat(scene.find(second.id()).carrierId()).isEqualTo(carrier(5));
    }

    @Test
    void listsWhoTookTripsFromWhom() {
        scene.online(2, 3, 4);
        TripRecord trip = scene.aPlannedTrip(10);
        send(trip, 4);
        scene.harness().deliver();

        HttpReply all = list("trigger", "MANUAL");
        HttpReply unknown = list("trigger", "manual");

        assertThat(all.text("items/0/number")).isEqualTo(trip.number());
        assertThat(all.text("items/0/from_carrier_id")).isEqualTo(carrier(2));
        assertThat(list("trigger", "BREAKDOWN").json().at("/items").size()).isZero();
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors/0/limit").toString()).contains("LATE_DEPARTURE");
        assertThat(list("from", "yesterday").status()).isEqualTo(400);
        assertThat(list("limit", "101").status()).isEqualTo(400);
        assertThat(list("cursor", "nonsense").code()).isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void showsWhoCouldTakeTheTripAndWhyNotTheOthers() {
        scene.online(2, 3);
        scene.online(4, new GeoPoint(55.2, 27.6));
        TripRecord trip = scene.aPlannedTrip(10);

        HttpReply reply = scene.harness()
                .query("getCandidates")
                .as(Principals.operator())
                .path("id", trip.id())
                .send();

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("ranked/0/carrier_id")).isEqualTo(carrier(3));
        assertThat(reply.json().at("/ranked/0/parts/proximity").asDouble()).isPositive();
        String excluded = reply.json().at("/excluded").toString();
        assertThat(excluded)
                .contains("{\"carrier_id\":\"" + carrier(2) + "\",\"reasons\":[\"SAME_CARRIER\",\"ALREADY_ASSIGNED\"]"
                        + ",\"overridable\":false}")
                .contains(
                        "{\"carrier_id\":\"" + carrier(4) + "\",\"reasons\":[\"OUT_OF_RADIUS\"],\"overridable\":true}");
    }

    private HttpReply list(String parameter, String value) {
        return scene.harness()
                .query("listReassignments")
                .as(Principals.operator())
                .query(parameter, value)
                .send();
    }

    private static ReassignCommand.Requested foreign(TripRecord trip, long version) {
        return new ReassignCommand.Requested(
                trip.id(),
                "0190a009-0000-7000-8000-00000000000" + version,
                carrier(3),
                "by another system",
                version,
                List.of(),
                null,
                "legacy",
                Instant.parse("2026-11-20T09:00:00Z"));
    }

    private Map<String, Object> item(TripRecord trip, int number, long version) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("trip_id", trip.id());
        item.put("new_carrier_id", carrier(number));
        item.put("reason", "vehicle is too old");
        item.put("expected_version", version);
        return item;
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

    private HttpReply send(TripRecord trip, int number) {
        return command(trip, number).send();
    }

    private CommandCall command(TripRecord trip, int number) {
        return command(trip, Principals.operator(), Map.of("new_carrier_id", carrier(number)));
    }

    private CommandCall command(TripRecord trip, Principal caller, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", "vehicle is too old");
        body.put("expected_version", trip.version());
        body.putAll(more);
        return scene.harness()
                .command("reassignTrip")
                .as(caller)
                .path("id", trip.id())
                .body(body);
    }

    private List<AssignmentEvent.Reassigned> reassigned(TripRecord trip) {
        return scene.harness().emitted().stream()
                .filter(event -> event.is(AssignmentEvent.Reassigned.TYPE)
                        && event.metadata().subject().equals(trip.id()))
                .map((RecordedEvent event) -> event.as(AssignmentEvent.Reassigned.TYPE))
                .toList();
    }
}
