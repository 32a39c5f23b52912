package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.anOnlineCarrier;
import static by.belparcel.carriers.CarrierFixture.assigned;
import static by.belparcel.carriers.CarrierFixture.columns;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.revoked;
import static by.belparcel.carriers.CarrierFixture.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditCarrierHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private static final String OFF = "{\"is_active\": false, \"reason\": \"licence expired\"}";

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void deactivatesAndActivatesAndTellsEverybody() {
        String carrier = aCarrier(POSTGRES.database());

        HttpReply off = succeeded(edit(carrier, Principals.admin(), OFF));
        assertThat(off.json().at("/is_active").asBoolean()).isFalse();
        CarrierEvent.Deactivated deactivated =
                Facts.of(harness, CarrierEvent.Deactivated.class, carrier).getLast();
        assertThat(deactivated.reason()).isEqualTo("licence expired");
        assertThat(deactivated.by()).isEqualTo("admin:admin-1");
        assertThat(deactivated.force()).isFalse();

        succeeded(edit(carrier, Principals.admin(), "{\"is_active\": true, \"reason\": \"licence is here\"}"));
        assertThat(Facts.of(harness, CarrierEvent.Activated.class, carrier)).hasSize(1);
        assertThat(Facts.updates(harness, carrier))
                .extracting(PlatformEvent.ReferenceUpdated::version)
                .containsExactly(2L, 3L);
        assertThat(POSTGRES.database()
                        .rows(
                                "select reason, actor from carriers.changes where id = ?::uuid order by version",
                                carrier))
                .containsExactly(
                        List.of("licence expired", "admin:admin-1"), List.of("licence is here", "admin:admin-1"));
    }

    @Test // domain README 4.3: no name and no phone in any event
    void tellsTheWholeStateWithoutNameAndPhone() {
        String carrier = aCarrier(POSTGRES.database());

        succeeded(edit(carrier, Principals.admin(), """
                {"skills": ["TAIL_LIFT", "FRAGILE", "FRAGILE"], "max_parallel_trips": 2, "time_scale": 60,
                 "vehicle": {"payload_g": 900000, "type": "VAN_L"}, "reason": "a new van"}"""));

        PlatformEvent.ReferenceUpdated update = Facts.updates(harness, carrier).getLast();
        assertThat(update.kind()).isEqualTo("carrier");
        assertThat(update.changed()).containsExactly("max_parallel_trips", "skills", "time_scale", "vehicle");
        assertThat(update.state())
                .containsEntry("is_active", true)
                .containsEntry("time_scale", 60)
                .containsEntry("skills", List.of("FRAGILE", "TAIL_LIFT"))
                .containsEntry("home_warehouse", "0190a000-0000-7000-8000-000000000001")
                .doesNotContainKeys("name", "name_be", "phone");
        assertThat(update.state().get("vehicle"))
                .isEqualTo(Map.of(
                        "plate",
                        "BH 1137-7",
                        "type",
                        "VAN_L",
                        "payload_g",
                        900_000,
                        "volume_cm3",
                        4_000_000,
                        "slots",
                        120));
    }

    @Test
    void keepsACarrierWithATripUnlessForced() {
        String carrier = aCarrier(POSTGRES.database());
        String trip = id();
        harness.event("bindCarrierOnTripAssigned", assigned(trip, carrier), 2);

        HttpReply refused = edit(carrier, Principals.admin(), OFF);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("CARRIER_HAS_ACTIVE_TRIP");
        assertThat(refused.text("trips/0")).isEqualTo(trip);
        assertThat(columns(POSTGRES.database(), carrier).getFirst()).isEqualTo("t");

        succeeded(edit(carrier, Principals.admin(), OFF.replace("}", ", \"force\": true}")));
        assertThat(Facts.of(harness, CarrierEvent.Deactivated.class, carrier))
                .singleElement()
                .satisfies(fact -> assertThat(fact.force()).isTrue());
    }

    @Test
    void letsACarrierGoWhoseTripWasTakenAway() {
        String carrier = aCarrier(POSTGRES.database());
        String trip = id();
        harness.event("bindCarrierOnTripAssigned", assigned(trip, carrier), 2);
        harness.event("freeCarrierOnAssignmentRevoked", revoked(trip, carrier), 3);

        succeeded(edit(carrier, Principals.admin(), OFF));
    }

    @Test // D11: the administrator's column and nobody else's
    void leavesTheAvailabilityAsItIs() {
        String carrier = anOnlineCarrier(harness);

        succeeded(edit(carrier, Principals.admin(), OFF));

        assertThat(columns(POSTGRES.database(), carrier)).containsExactly("f", "ONLINE", "null");
    }

    @Test
    void leavesLimitsToModeratorsAndTheRestToAdministrators() {
        String carrier = aCarrier(POSTGRES.database());

        succeeded(edit(carrier, Principals.moderator(), "{\"max_parallel_trips\": 2, \"reason\": \"busy week\"}"));
        assertThat(edit(carrier, Principals.moderator(), OFF).code()).isEqualTo("FORBIDDEN");
        assertThat(edit(carrier, Principals.moderator(), "{\"time_scale\": 2, \"reason\": \"for a test\"}")
                        .status())
                .isEqualTo(403);
        assertThat(edit(carrier, Principals.operator(), "{\"max_parallel_trips\": 3, \"reason\": \"busy week\"}")
                        .status())
                .isEqualTo(403);
        assertThat(edit(carrier, Principals.carrier(carrier), OFF).status()).isEqualTo(403);
    }

    @Test
    void knowsNoSimulatedTimeInProduction() {
        FunctionHarness production =
                FunctionHarness.of(POSTGRES.database(), new CarriersFunctions(), Map.of("ENVIRONMENT", "production"));
        String carrier = aCarrier(POSTGRES.database());

        HttpReply reply = production
                .command("editCarrier")
                .as(Principals.admin())
                .path("id", carrier)
                .body("{\"time_scale\": 60, \"reason\": \"a quick demo\"}")
                .send();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("FORBIDDEN");
    }

    @Test // a driver who goes online is no conflict for his editor
    void comparesTheVersionOfTheLastEdit() {
        String carrier = anOnlineCarrier(harness);
        HttpReply first = succeeded(edit(
                carrier,
                Principals.admin(),
                "{\"max_parallel_trips\": 2, \"reason\": \"busy week\", \"expected_version\": 1}"));

        HttpReply stale = edit(
                carrier,
                Principals.admin(),
                "{\"max_parallel_trips\": 3, \"reason\": \"busy week\", \"expected_version\": 1}");
        HttpReply header = harness.command("editCarrier")
                .as(Principals.admin())
                .path("id", carrier)
                .header("If-Match", "\"1\"")
                .body("{\"max_parallel_trips\": 3, \"reason\": \"busy week\"}")
                .send();

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(stale.json().at("/current_version").asLong())
                .isEqualTo(first.json().at("/version").asLong());
        assertThat(header.status()).isEqualTo(412);
    }

    @Test
    void announcesNothingWhenNothingChanges() {
        String carrier = aCarrier(POSTGRES.database());

        succeeded(edit(carrier, Principals.admin(), "{\"is_active\": true, \"reason\": \"to be sure\"}"));

        assertThat(Facts.updates(harness, carrier)).isEmpty();
    }

    @ParameterizedTest // no reason, too short, out of range, unknown type, unknown field
    @ValueSource(
            strings = {
                "{\"is_active\": false}",
                "{\"is_active\": false, \"reason\": \"abcd\"}",
                "{\"is_active\": \"no\", \"reason\": \"because\"}",
                "{\"time_scale\": 61, \"reason\": \"because\"}",
                "{\"time_scale\": 0, \"reason\": \"because\"}",
                "{\"max_parallel_trips\": 6, \"reason\": \"because\"}",
                "{\"skills\": [\"fragile\"], \"reason\": \"because\"}",
                "{\"vehicle\": {\"type\": \"BICYCLE\"}, \"reason\": \"because\"}",
                "{\"vehicle\": {\"payload_g\": -1}, \"reason\": \"because\"}",
                "{\"name\": \"Somebody\", \"reason\": \"because\"}"
            })
    void refusesBadBodies(String body) {
        String carrier = aCarrier(POSTGRES.database());

        assertThat(edit(carrier, Principals.admin(), body).status()).isEqualTo(400);
        assertThat(Facts.updates(harness, carrier)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0190a003-0000-7000-8000-000000000099", "x"})
    void findsNobodyForAnUnknownId(String id) {
        assertThat(edit(id, Principals.admin(), OFF).code()).isEqualTo("CARRIER_NOT_FOUND");
    }

    private HttpReply edit(String carrier, Principal editor, String body) {
        return harness.command("editCarrier")
                .as(editor)
                .path("id", carrier)
                .body(body)
                .send();
    }
}
