package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.ALL_OK;
import static by.belparcel.carriers.CarrierFixture.assigned;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.started;
import static by.belparcel.carriers.CarrierFixture.succeeded;
import static by.belparcel.carriers.CarrierFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierReadsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private static final String ONLINE = "0190a003-0000-7000-8000-000000000001";
    private static final String AWAY = "0190a003-0000-7000-8000-000000000002";
    private static final String ON_TRIP = "0190a003-0000-7000-8000-000000000003";
    private static final String TRIP = id();
    private static final String OFFERED = id();

    private static FunctionHarness harness;

    @BeforeAll
    static void putToWork() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
        for (String carrier : List.of(ONLINE, AWAY, ON_TRIP)) {
            succeeded(work(harness, "startShift", carrier, "{}"));
            succeeded(work(harness, "checkVehicle", carrier, ALL_OK));
        }
        succeeded(work(
                harness,
                "setAvailability",
                ONLINE,
                "{\"availability\": \"ONLINE\", \"lat\": 53.8365, \"lng\": 27.6378}"));
        succeeded(work(
                harness,
                "setAvailability",
                AWAY,
                "{\"availability\": \"ONLINE\", \"lat\": 53.9359, \"lng\": 27.6378}"));
        harness.event("driveOnTripStarted", started(TRIP, ON_TRIP), 3);
        harness.event("bindCarrierOnTripAssigned", assigned(OFFERED, ON_TRIP), 2);
    }

    @Test
    void listsTheNearestWhoAreReady() {
        HttpReply reply = list(Map.of("available", "true", "near", "53.8359,27.6378", "radius", "12000"));

        assertThat(ids(reply)).containsExactly(ONLINE, AWAY);
        assertThat(reply.json().at("/items/0/distance_m").asLong()).isBetween(60L, 70L);
        assertThat(reply.json().at("/items/1/distance_m").asLong()).isBetween(11_000L, 11_200L);
        assertThat(ids(list(Map.of("available", "true", "near", "53.8359,27.6378", "radius", "5000"))))
                .containsExactly(ONLINE);
    }

    @Test
    void pagesByDistanceThroughCarriersAtOnePlace() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            QueryCall call = harness.query("listCarriers")
                    .as(Principals.operator())
                    .query("near", "53.8359,27.6378")
                    .query("radius", "1000000")
                    .query("limit", "7");
            HttpReply page = (cursor.isEmpty() ? call : call.query("cursor", cursor)).send();
            seen.addAll(ids(page));
            cursor = page.text("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void listsByCodeWithoutAPlace() {
        assertThat(ids(list(Map.of("available", "true")))).containsExactly(ONLINE, AWAY);
        assertThat(ids(list(Map.of("available", "false", "limit", "100"))))
                .hasSize(38)
                .doesNotContain(ONLINE, AWAY);
        HttpReply first = list(Map.of("limit", "39"));
        assertThat(ids(list(Map.of("limit", "39", "cursor", first.text("next_cursor")))))
                .hasSize(1);
    }

    @ParameterizedTest // D7, domain README 4.2
    @CsvSource(
            delimiter = '|',
            value = {
                "available | ONLINE",
                "near | 91,27",
                "near | 0,0",
                "near | 53.9",
                "near | 53.9;27.5",
                "radius | 1000",
                "limit | 101"
            })
    void refusesBadParameters(String name, String value) {
        HttpReply reply = list(Map.of(name, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void showsOneCarrierToStaffAndToHimself() {
        HttpReply staff = harness.query("getCarrier")
                .as(Principals.operator())
                .path("id", ON_TRIP)
                .send();
        HttpReply own =
                harness.query("getOwnCarrier").as(Principals.carrier(ON_TRIP)).send();

        for (HttpReply reply : List.of(staff, own)) {
            assertThat(reply.text("carrier/code")).isEqualTo("MSQ-C03");
            assertThat(reply.text("duty/availability")).isEqualTo("ON_TRIP");
            assertThat(reply.json().at("/duty/is_active").asBoolean()).isTrue();
            assertThat(reply.json()
                            .at("/trips")
                            .valueStream()
                            .map(trip -> trip.asString())
                            .toList())
                    .containsExactlyInAnyOrder(TRIP, OFFERED);
        }
    }

    @Test
    void showsTheSchedule() {
        HttpReply reply = harness.query("getSchedule")
                .as(Principals.operator())
                .path("id", ON_TRIP)
                .send();

        assertThat(reply.json().at("/shifts")).hasSize(1);
        assertThat(reply.json()
                        .at("/trips")
                        .valueStream()
                        .map(trip -> trip.get("state").asString()))
                .containsExactlyInAnyOrder("DRIVING", "ASSIGNED");
    }

    @Test
    void keepsOthersOut() {
        assertThat(harness.query("getCarrier")
                        .as(Principals.carrier(ONLINE))
                        .path("id", AWAY)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(harness.query("listCarriers").as(Principals.shop("s")).send().status())
                .isEqualTo(403);
        assertThat(harness.query("getOwnCarrier")
                        .as(Principals.operator())
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(harness.query("getCarrier")
                        .as(Principals.operator())
                        .path("id", "x")
                        .send()
                        .code())
                .isEqualTo("CARRIER_NOT_FOUND");
        assertThat(harness.query("getSchedule")
                        .as(Principals.operator())
                        .path("id", id())
                        .send()
                        .code())
                .isEqualTo("CARRIER_NOT_FOUND");
    }

    private static HttpReply list(Map<String, String> parameters) {
        QueryCall call = harness.query("listCarriers").as(Principals.operator());
        parameters.forEach(call::query);
        return call.send();
    }

    private static List<String> ids(HttpReply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/carrier/id").asString())
                .toList();
    }
}
