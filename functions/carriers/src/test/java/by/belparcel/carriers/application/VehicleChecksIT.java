package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.ALL_OK;
import static by.belparcel.carriers.CarrierFixture.BAD_TYRES;
import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.aCarrierOnShift;
import static by.belparcel.carriers.CarrierFixture.anOnlineCarrier;
import static by.belparcel.carriers.CarrierFixture.available;
import static by.belparcel.carriers.CarrierFixture.brokeDown;
import static by.belparcel.carriers.CarrierFixture.columns;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.succeeded;
import static by.belparcel.carriers.CarrierFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.CarrierEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleChecksIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private static final String BAD_BODY = BAD_TYRES
            .replace("\"tyres\": \"ISSUE\"", "\"tyres\": \"OK\"")
            .replace("\"body\": \"OK\"", "\"body\": \"ISSUE\"");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void tellsWhatTheDriverFound() {
        String carrier = aCarrierOnShift(harness);

        HttpReply reply = work(harness, "checkVehicle", carrier, BAD_TYRES);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/vehicle_check_passed").asBoolean()).isFalse();
        CarrierEvent.VehicleChecked fact =
                Facts.of(harness, CarrierEvent.VehicleChecked.class, carrier).getFirst();
        assertThat(fact.passed()).isFalse();
        assertThat(fact.items())
                .isEqualTo(Map.of("fuel", "OK", "tyres", "ISSUE", "lights", "OK", "seal", "OK", "body", "OK"));
        assertThat(fact.attachmentIds()).hasSize(1);
        assertThat(POSTGRES.database()
                        .rows(
                                "select items->>'tyres', passed from carriers.vehicle_checks where carrier_id = ?::uuid",
                                carrier))
                .containsExactly(List.of("ISSUE", "f"));
    }

    @Test
    void letsARepairedVehicleBackOnTheRoad() {
        String carrier = aCarrierOnShift(harness);
        succeeded(work(harness, "checkVehicle", carrier, BAD_TYRES));
        succeeded(work(harness, "checkVehicle", carrier, ALL_OK));

        succeeded(available(harness, carrier, "ONLINE"));
    }

    @Test
    void sendsADriverWhoIsOnlineIntoABreak() {
        String carrier = anOnlineCarrier(harness);

        succeeded(work(harness, "checkVehicle", carrier, BAD_TYRES));

        assertThat(columns(POSTGRES.database(), carrier).get(1)).isEqualTo("BREAK");
    }

    @Test // which items are mandatory is a setting
    void passesWithAnIssueThatIsNotMandatory() {
        FunctionHarness lenient = FunctionHarness.of(
                POSTGRES.database(),
                new CarriersFunctions(),
                Map.of("BELPARCEL_CARRIERS_MANDATORY_CHECKS", "tyres, lights"));
        String carrier = aCarrierOnShift(lenient);

        assertThat(work(lenient, "checkVehicle", carrier, BAD_BODY)
                        .json()
                        .at("/vehicle_check_passed")
                        .asBoolean())
                .isTrue();
        succeeded(available(lenient, carrier, "ONLINE"));
    }

    @Test
    void failsAVehicleThatBrokeDownUntilItIsCheckedAgain() {
        String carrier = anOnlineCarrier(harness);

        harness.event("failVehicleOnBreakdownReported", brokeDown(id(), carrier, true, Instant.now()), 5);
        assertThat(columns(POSTGRES.database(), carrier).get(1)).isEqualTo("ONLINE");
        Instant then = Instant.now();
        harness.event("failVehicleOnBreakdownReported", brokeDown(id(), carrier, false, then), 5);
        assertThat(columns(POSTGRES.database(), carrier).get(1)).isEqualTo("BREAK");
        assertThat(available(harness, carrier, "ONLINE").code()).isEqualTo("VEHICLE_CHECK_FAILED");

        succeeded(work(harness, "checkVehicle", carrier, ALL_OK));
        harness.event("failVehicleOnBreakdownReported", brokeDown(id(), carrier, false, then), 5);
        succeeded(available(harness, carrier, "ONLINE"));
    }

    @Test
    void belongsToAShift() {
        assertThat(work(harness, "checkVehicle", aCarrier(POSTGRES.database()), ALL_OK)
                        .code())
                .isEqualTo("INVALID_STATE");
    }

    @Test
    void demandsAPhotoOfAnIssue() {
        HttpReply reply = work(
                harness,
                "checkVehicle",
                aCarrierOnShift(harness),
                BAD_TYRES.replaceAll("\"attachment_ids\": \\[.*]", "\"attachment_ids\": []"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/attachment_ids");
    }

    @ParameterizedTest // missing item, unknown value, no UUID, lower case
    @ValueSource(
            strings = {
                "{\"fuel\": \"OK\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\"}",
                "{\"fuel\": \"FINE\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\", \"body\": \"OK\"}",
                "{\"fuel\": \"ok\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\", \"body\": \"OK\"}",
                "{\"fuel\": \"OK\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\", \"body\": \"OK\","
                        + " \"attachment_ids\": [\"photo.jpg\"]}"
            })
    void refusesBadBodies(String body) {
        String carrier = aCarrierOnShift(harness);

        assertThat(work(harness, "checkVehicle", carrier, body).status()).isEqualTo(400);
        assertThat(Facts.of(harness, CarrierEvent.VehicleChecked.class, carrier))
                .isEmpty();
    }
}
