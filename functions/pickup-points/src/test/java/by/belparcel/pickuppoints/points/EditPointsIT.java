package by.belparcel.pickuppoints.points;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PvzEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting up and changing points, with every bad input of domain pickup-points.md section 1. */
class EditPointsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private static final String NOWHERE = "0190a001-0000-7000-8000-0000000fffff";

    private final PointScene scene = new PointScene(POSTGRES.database());

    @Test
    void setsUpAPointAndTellsWithoutNameAndAddress() {
        Map<String, Object> body = PointScene.body();
        body.put("hours", List.of(day("MON", "09:00", "13:00"), day("2026-12-25")));
        body.put("contacts", Map.of("phone", "+375291234567", "email", "p@belparcel.by"));

        HttpReply reply = scene.create(body);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        String id = reply.text("id");
        assertThat(reply.header("Location")).contains("/pvz/v1/points/" + id);
        assertThat(reply.text("status")).isEqualTo("OPEN");
        assertThat(reply.json().at("/version").asInt()).isEqualTo(1);
        assertThat(scene.get(id).json()).isEqualTo(reply.json());
        assertThat(scene.get(id).text("hours/0/open/0/to")).isEqualTo("13:00");
        assertThat(scene.facts(PvzEvent.Created.TYPE, id)).singleElement().satisfies(fact -> {
            assertThat(fact.version()).isEqualTo(1);
            assertThat(fact.state()).containsEntry("capacity_parcels", 100).containsEntry("is_hub", false);
            assertThat(fact.state().toString()).doesNotContain("Новы", "Минск", "375", "belparcel.by");
        });
    }

    @Test
    void refusesASecondPointOfTheSameCode() {
        Map<String, Object> body = PointScene.body();
        scene.create(body);

        assertThat(scene.create(body).code()).isEqualTo("PVZ_ALREADY_EXISTS");
    }

    @ParameterizedTest
    @CsvSource({
        "name, AB, /name",
        "address, ABCD, /address",
        "code, lower-001, /code",
        "capacity_parcels, 9, /capacity_parcels",
        "capacity_parcels, 5001, /capacity_parcels",
        "max_parcel_g, 50001, /max_parcel_g",
        "lat, 90.1, /lat",
        "lng, -181, /lng",
        "hub_id, x, /hub_id",
        "is_hub, maybe, /is_hub",
        "services, issue, /services"
    })
    void namesTheFieldThatIsWrong(String name, String value, String pointer) {
        Map<String, Object> body = PointScene.body();
        body.put(name, value.matches("-?[0-9.]+") ? (Object) Double.valueOf(value) : value);
        if (name.endsWith("_parcels") || name.endsWith("_g")) {
            body.put(name, Integer.valueOf(value));
        }

        HttpReply reply = scene.create(body);

        assertThat(reply.code()).as(reply.toString()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.text("errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void namesEveryFieldThatIsMissingOrTooLong() {
        HttpReply reply = scene.create(Map.of("name", "x".repeat(101), "address", "x".repeat(301)));

        assertThat(reply.json()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .contains("/code", "/name", "/address", "/lat", "/lng", "/capacity_parcels");
    }

    @ParameterizedTest
    @CsvSource({"10:00, 10:00, 11:00, 12:00", "12:00, 10:00, 13:00, 14:00", "09:00, 13:00, 12:59, 18:00"})
    void refusesHoursThatOverlapOrEndBeforeTheyBegin(String from, String to, String from2, String to2) {
        Map<String, Object> body = PointScene.body();
        body.put("hours", List.of(day("MON", from, to, from2, to2)));

        HttpReply reply = scene.create(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("HOURS_INVALID");
    }

    @Test
    void acceptsHoursThatTouchAndRefusesADayThatStandsTwice() {
        String id = scene.created("hours", List.of(day("MON", "09:00", "13:00", "13:00", "24:00")));

        assertThat(scene.update(id, Map.of("hours", List.of(day("SUN"), day("SUN"))))
                        .code())
                .isEqualTo("HOURS_INVALID");
        assertThat(scene.update(id, Map.of("hours", List.of(day("MON", "9:00", "25:00"))))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void changesSomeFieldsAndTellsWhich() {
        String id = scene.created();

        HttpReply reply = scene.update(
                id, Map.of("name", "ПВЗ Другой", "capacity_parcels", 200, "services", List.of("issue", "lockers")));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/version").asInt()).isEqualTo(2);
        assertThat(scene.get(id).text("name")).isEqualTo("ПВЗ Другой");
        assertThat(scene.facts(PvzEvent.Updated.TYPE, id)).singleElement().satisfies(fact -> {
            assertThat(fact.changed()).containsExactly("capacity_parcels", "services", "name");
            assertThat(fact.state()).containsEntry("capacity_parcels", 200);
        });
        scene.update(id, Map.of("name", "ПВЗ Другой"));
        assertThat(scene.facts(PvzEvent.Updated.TYPE, id)).as("nothing changed").hasSize(1);
    }

    @Test
    void refusesAStaleVersionAndAnUnknownPoint() {
        String id = scene.created();
        scene.update(id, Map.of("max_parcel_g", 1000));

        HttpReply stale = scene.update(id, Map.of("max_parcel_g", 2000, "expected_version", 1));

        assertThat(stale.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(stale.json().at("/current_version").asInt()).isEqualTo(2);
        assertThat(scene.update(NOWHERE, Map.of("max_parcel_g", 2000)).code()).isEqualTo("PVZ_NOT_FOUND");
        assertThat(scene.update("x", Map.of("max_parcel_g", 2000)).code()).isEqualTo("PVZ_NOT_FOUND");
    }

    @Test
    void refusesAHubThatIsNone() {
        String id = scene.created();
        String noHub = scene.created();
        String hub = scene.created("is_hub", true);

        assertThat(scene.update(id, Map.of("hub_id", id)).code()).isEqualTo("HUB_INVALID");
        assertThat(scene.update(id, Map.of("hub_id", noHub)).code()).isEqualTo("HUB_INVALID");
        assertThat(scene.update(id, Map.of("hub_id", NOWHERE)).code()).isEqualTo("HUB_INVALID");
        HttpReply both = scene.update(hub, Map.of("hub_id", scene.created("is_hub", true)));
        assertThat(both.code()).isEqualTo("HUB_INVALID");
        assertThat(both.status()).isEqualTo(422);
        assertThat(scene.update(id, Map.of("hub_id", hub)).text("hub_id")).isEqualTo(hub);
    }

    @Test
    void keepsAHubThatPointsAndBatchesNeed() {
        String hub = scene.created("is_hub", true);
        String id = scene.created("hub_id", hub);
        POSTGRES.database().execute("""
                insert into pickup_points.batch (id, pvz_id, to_hub, state, version, updated_at)
                values (gen_random_uuid(), ?::uuid, true, 'ON_ITS_WAY', 1, now())
                """, hub);

        HttpReply reply = scene.update(hub, Map.of("is_hub", false));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("HUB_IN_USE");
        assertThat(reply.json().at("/count").asInt()).isEqualTo(2);
        scene.update(id, Map.of("is_hub", true));
        POSTGRES.database().execute("delete from pickup_points.batch where pvz_id = ?::uuid", hub);
        assertThat(scene.update(hub, Map.of("is_hub", false)).status()).isEqualTo(200);
    }

    @Test
    void leavesRoomForWhatIsThere() {
        String pvz = scene.counter().pvz();
        POSTGRES.database()
                .execute("update pickup_points.point set stock = 85, capacity_parcels = 200 where id = ?::uuid", pvz);

        HttpReply below = capacity(pvz, 84);
        HttpReply exact = capacity(pvz, 100);

        assertThat(below.status()).isEqualTo(422);
        assertThat(below.code()).isEqualTo("CAPACITY_BELOW_STOCK");
        assertThat(below.json().at("/stock").asInt()).isEqualTo(85);
        assertThat(exact.status()).as(exact.toString()).isEqualTo(200);
        assertThat(scene.facts(PvzEvent.CapacityWarning.TYPE, pvz))
                .as("85 of 100")
                .hasSize(1);
        assertThat(capacity(pvz, 85).status()).isEqualTo(200);
        assertThat(scene.facts(PvzEvent.CapacityFull.TYPE, pvz)).hasSize(1);
    }

    @Test
    void letsWorkersChangeTheCapacityOfTheirPointOnly() {
        String other = scene.created();

        assertThat(capacity(other, 50).code()).isEqualTo("PVZ_NOT_FOUND");
        assertThat(scene.at("updatePoint", other, scene.counter().worker(), Map.of("name", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(scene.at("createPoint", other, Principals.operator(), PointScene.body())
                        .status())
                .isEqualTo(403);
        assertThat(scene.at("changePointCapacity", other, Principals.admin(), Map.of())
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    private HttpReply capacity(String id, int parcels) {
        return scene.at("changePointCapacity", id, scene.counter().worker(), Map.of("capacity_parcels", parcels));
    }

    private static Map<String, Object> day(String day, String... times) {
        List<Map<String, String>> open = new java.util.ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            open.add(Map.of("from", times[i], "to", times[i + 1]));
        }
        return Map.of("day", day, "open", open);
    }
}
