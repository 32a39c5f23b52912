package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The table of bad inputs of domain delivery.md section 5: the specified answer and no effect. */
class ReassignBadInputIT {

    private static final String NOBODY = "0190a003-0000-7000-8000-00000000dead";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;
    private TripRecord trip;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
        scene.online(2, 3);
        trip = scene.aPlannedTrip(10);
    }

    @Test
    void refusesTheCarrierThatTheTripHas() {
        refused(422, "SAME_CARRIER", Map.of("new_carrier_id", carrier(2)));
    }

    @Test
    void refusesAnUnknownCarrier() {
        refused(404, "CARRIER_NOT_FOUND", Map.of("new_carrier_id", NOBODY));
    }

    @Test
    void refusesAStoppedCarrier() {
        scene.database().execute("update trips.carrier set is_active = false where id = ?::uuid", carrier(3));

        refused(422, "CARRIER_INACTIVE", Map.of());
    }

    @Test
    void refusesABusyCarrierAndNamesItsTrip() {
        TripRecord other = scene.aPlannedTrip(10);

        HttpReply reply = refused(422, "CARRIER_BUSY", Map.of());

        assertThat(reply.text("trip_number")).isEqualTo(other.number());
    }

    @Test
    void refusesAVehicleThatIsTooSmallAndSaysByHowMuch() {
        scene.database().execute("update trips.carrier set payload_g = 9999 where id = ?::uuid", carrier(3));

        HttpReply reply = refused(422, "CAPACITY_EXCEEDED", Map.of());

        assertThat(reply.json().at("/need/weight_g").asLong()).isEqualTo(10_000);
        assertThat(reply.json().at("/have/weight_g").asLong()).isEqualTo(9_999);
    }

    @Test
    void refusesAShortReason() {
        HttpReply reply = refused(400, "VALIDATION_FAILED", Map.of("reason", "bad"));

        assertThat(reply.text("errors/0/pointer")).isEqualTo("/reason");
    }

    @Test
    void refusesWithoutAVersion() {
        HttpReply reply = refused(400, "VALIDATION_FAILED", Map.of("expected_version", "x"));
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/expected_version");

        CommandCall call = scene.harness()
                .command("reassignTrip")
                .as(Principals.operator())
                .path("id", trip.id())
                .body(Map.of("new_carrier_id", carrier(3), "reason", "old vehicle"));
        assertThat(call.send().text("errors/0/code")).isEqualTo("REQUIRED");
    }

    @Test
    void refusesATripThatIsOver() {
        scene.change(trip.id(), t -> t.edit().state(TripState.COMPLETED).done());

        HttpReply reply = refused(409, "INVALID_STATE", Map.of());

        assertThat(reply.text("state")).isEqualTo("COMPLETED");
    }

    @Test
    void refusesAStaleVersion() {
        HttpReply reply = refused(409, "VERSION_CONFLICT", Map.of("expected_version", trip.version() - 1));

        assertThat(reply.json().at("/current_version").asLong()).isEqualTo(trip.version());
    }

    @Test
    void refusesAStaleEtag() {
        HttpReply reply = scene.harness()
                .command("reassignTrip")
                .as(Principals.operator())
                .path("id", trip.id())
                .header("If-Match", "\"1\"")
                .body(Map.of("new_carrier_id", carrier(3), "reason", "old vehicle"))
                .send();

        assertThat(reply.status()).isEqualTo(412);
        assertThat(reply.code()).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void refusesATripOnTheRoadWithoutAPlaceToMeet() {
        trip = scene.depart(trip.id());

        refused(422, "HANDOVER_REQUIRED", Map.of());
        assertThat(send(Principals.operator(), Map.of("handover_place", Map.of("lat", 53.8, "lng", 27.6)))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refusesAPlaceThatIsNotOnEarth() {
        refused(400, "VALIDATION_FAILED", Map.of("handover_place", Map.of("lat", 91, "lng", 27.6)));
        refused(400, "VALIDATION_FAILED", Map.of("handover_place", Map.of("lat", "53", "lng", 27.6)));
        refused(400, "VALIDATION_FAILED", Map.of("handover_place", Map.of("lat", 53)));
    }

    @Test
    void letsAModeratorOverrideASoftReasonAndNobodyElse() {
        scene.online(3, new GeoPoint(55.2, 27.6));

        refused(422, "OUT_OF_RADIUS", Map.of());
        Map<String, Object> override = Map.of("override", List.of("OUT_OF_RADIUS"));
        assertThat(send(Principals.operator(), override).status()).isEqualTo(403);
        assertThat(send(Principals.moderator(), override).status()).isEqualTo(202);
        scene.harness().deliver();
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(3));
    }

    @Test
    void neverOverridesAHardReason() {
        HttpReply reply = refused(400, "VALIDATION_FAILED", Map.of("override", List.of("CAPACITY_WEIGHT")));

        assertThat(reply.json().at("/errors/0/limit").toString())
                .contains("OUT_OF_RADIUS")
                .doesNotContain("CAPACITY");
    }

    @Test
    void knowsNoSuchTrip() {
        for (String id : List.of(NOBODY, "not-an-id")) {
            HttpReply reply =
                    call(Principals.operator(), Map.of()).path("id", id).send();
            assertThat(reply.code()).isEqualTo("TRIP_NOT_FOUND");
        }
    }

    @Test // RBAC trip.reassign
    void letsOnlyDispatchersReassign() {
        for (Principal other : List.of(
                Principals.carrier(carrier(2)),
                Principals.shop("s"),
                Principals.client("c"),
                Principals.pvzWorker("p"),
                Principals.agent(),
                Principals.analyst(),
                Principals.auditor())) {
            assertThat(send(other, Map.of()).status()).as("%s", other.roles()).isIn(403, 404);
        }
        assertThat(scene.find(trip.id()).version()).isEqualTo(trip.version());
    }

    private HttpReply refused(int status, String code, Map<String, Object> more) {
        long before = scene.find(trip.id()).version();
        int events = scene.harness().emitted().size();

        HttpReply reply = send(Principals.operator(), more);

        assertThat(reply.status()).as("%s", reply).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(scene.find(trip.id()).version()).isEqualTo(before);
        assertThat(scene.harness().emitted()).hasSize(events);
        return reply;
    }

    private HttpReply send(Principal caller, Map<String, Object> more) {
        return call(caller, more).send();
    }

    private CommandCall call(Principal caller, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("new_carrier_id", carrier(3));
        body.put("reason", "vehicle is too old");
        body.put("expected_version", trip.version());
        body.putAll(more);
        return scene.harness()
                .command("reassignTrip")
                .as(caller)
                .path("id", trip.id())
                .body(body);
    }
}
