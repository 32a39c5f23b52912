package by.belparcel.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.LoadSum;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AssignmentTrigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carriers in the states that tests need. */
public final class CarrierFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    public static final String ALL_OK =
            "{\"fuel\": \"OK\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\", \"body\": \"OK\"}";
    public static final String BAD_TYRES = """
            {"fuel": "OK", "tyres": "ISSUE", "lights": "OK", "seal": "OK", "body": "OK",
             "attachment_ids": ["0190b000-0000-7000-8000-000000000001"]}""";

    private CarrierFixture() {}

    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** Active, OFFLINE, never worked. */
    public static String aCarrier(TestDatabase database) {
        String id = id();
        assertThat(database.execute("""
                        insert into carriers.carriers (id, code, name, name_be, phone, plate, vehicle_type, payload_g,
                            volume_cm3, slots, skills, is_active, home_warehouse, lat, lng)
                        select ?::uuid, ?, name, name_be, phone, plate, vehicle_type, payload_g, volume_cm3, slots, skills,
                            is_active, home_warehouse, lat, lng
                        from carriers.carriers where code = 'MSQ-C01'
                        """, id, "T-" + id)).isEqualTo(1);
        return id;
    }

    public static String aCarrierOnShift(FunctionHarness harness) {
        String id = aCarrier(harness.database());
        succeeded(work(harness, "startShift", id, "{}"));
        return id;
    }

    public static String aCheckedCarrier(FunctionHarness harness) {
        String id = aCarrierOnShift(harness);
        succeeded(work(harness, "checkVehicle", id, ALL_OK));
        return id;
    }

    public static String anOnlineCarrier(FunctionHarness harness) {
        String id = aCheckedCarrier(harness);
        succeeded(available(harness, id, "ONLINE"));
        return id;
    }

    public static HttpReply work(FunctionHarness harness, String function, String carrier, Object body) {
        return harness.command(function)
                .as(Principals.carrier(carrier))
                .body(body)
                .send();
    }

    public static HttpReply available(FunctionHarness harness, String carrier, String availability) {
        return work(harness, "setAvailability", carrier, Map.of("availability", availability));
    }

    /** Deactivated by hand in the database, as if long ago. */
    public static void deactivated(TestDatabase database, String carrier) {
        database.execute("update carriers.carriers set is_active = false where id = ?::uuid", carrier);
    }

    public static List<String> columns(TestDatabase database, String carrier) {
        return database.rows(
                        "select is_active, availability, signal from carriers.carriers where id = ?::uuid", carrier)
                .getFirst();
    }

    public static AssignmentEvent.Assigned assigned(String trip, String carrier) {
        return new AssignmentEvent.Assigned(
                trip, id(), 1, carrier, AssignmentTrigger.INITIAL, NOW, List.of(), List.of(), NOW);
    }

    public static AssignmentEvent.AssignmentRevoked revoked(String trip, String carrier) {
        return new AssignmentEvent.AssignmentRevoked(trip, id(), carrier, "OPERATOR", NOW);
    }

    public static TripEvent.Started started(String trip, String carrier) {
        return started(trip, carrier, NOW);
    }

    public static TripEvent.Started started(String trip, String carrier, Instant at) {
        return new TripEvent.Started(trip, carrier, at, new LoadSum(1, 1000, 5000), at);
    }

    public static TripEvent.Completed completed(String trip, String carrier, Instant at) {
        return new TripEvent.Completed(trip, carrier, at, Map.of(), at);
    }

    public static TripEvent.BreakdownReported brokeDown(String trip, String carrier, boolean drivable, Instant at) {
        return new TripEvent.BreakdownReported(trip, carrier, "ENGINE", drivable, null, null, "NONE", List.of(), at);
    }

    public static HttpReply succeeded(HttpReply reply) {
        assertThat(reply.status()).as("%s", reply).isBetween(200, 204);
        return reply;
    }
}
