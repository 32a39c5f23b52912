package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.BAD_TYRES;
import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.aCarrierOnShift;
import static by.belparcel.carriers.CarrierFixture.aCheckedCarrier;
import static by.belparcel.carriers.CarrierFixture.anOnlineCarrier;
import static by.belparcel.carriers.CarrierFixture.available;
import static by.belparcel.carriers.CarrierFixture.columns;
import static by.belparcel.carriers.CarrierFixture.deactivated;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.started;
import static by.belparcel.carriers.CarrierFixture.succeeded;
import static by.belparcel.carriers.CarrierFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.Availability;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void goesOnlineWithAPlace() {
        String carrier = aCheckedCarrier(harness);

        HttpReply reply = succeeded(work(
                harness,
                "setAvailability",
                carrier,
                "{\"availability\": \"ONLINE\", \"lat\": 53.9000004, \"lng\": 27.5}"));

        assertThat(reply.text("availability")).isEqualTo("ONLINE");
        assertThat(reply.json().has("online_refusal")).isFalse();
        CarrierEvent.AvailabilityChanged fact = changes(carrier).getLast();
        assertThat(fact.availability()).isEqualTo(Availability.ONLINE);
        assertThat(fact.lat()).isEqualTo(53.9);
        assertThat(fact.lng()).isEqualTo(27.5);
    }

    @Test
    void tellsAPlaceWhenOnlyThatChanges() {
        String carrier = anOnlineCarrier(harness);
        int before = changes(carrier).size();

        succeeded(work(
                harness, "setAvailability", carrier, "{\"availability\": \"ONLINE\", \"lat\": 53.8, \"lng\": 27.4}"));
        assertThat(changes(carrier)).hasSize(before + 1);
        assertThat(changes(carrier).getLast().since())
                .isEqualTo(changes(carrier).get(before - 1).since());
    }

    @Test // D2: one who is not heard of for an hour is offered no trip
    void tellsThatADriverIsStillThereWhenHeSaysOnlineAgain() {
        String carrier = anOnlineCarrier(harness);
        CarrierEvent.AvailabilityChanged first = changes(carrier).getLast();

        succeeded(available(harness, carrier, "ONLINE"));

        CarrierEvent.AvailabilityChanged again = changes(carrier).getLast();
        assertThat(changes(carrier)).hasSize(2);
        assertThat(again.availability()).isEqualTo(Availability.ONLINE);
        assertThat(again.since()).isEqualTo(first.since());
        assertThat(again.at()).isAfter(first.at());
        assertThat(again.lat()).isNull();
    }

    @Test
    void tellsNothingWhenADriverSaysOfflineOrBreakAgain() {
        String carrier = anOnlineCarrier(harness);
        for (String availability : List.of("BREAK", "OFFLINE")) {
            succeeded(available(harness, carrier, availability));
            int before = changes(carrier).size();

            succeeded(available(harness, carrier, availability));

            assertThat(changes(carrier)).hasSize(before);
        }
    }

    @Test
    void demandsTheVehicleCheckOfThisShift() {
        String carrier = aCarrierOnShift(harness);

        HttpReply missing = available(harness, carrier, "ONLINE");
        succeeded(work(harness, "checkVehicle", carrier, BAD_TYRES));
        HttpReply failed = available(harness, carrier, "ONLINE");

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.code()).isEqualTo("VEHICLE_CHECK_REQUIRED");
        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.code()).isEqualTo("VEHICLE_CHECK_FAILED");
    }

    @Test
    void demandsAShift() {
        String carrier = aCarrier(POSTGRES.database());

        assertThat(available(harness, carrier, "ONLINE").code()).isEqualTo("INVALID_STATE");
        assertThat(available(harness, carrier, "BREAK").code()).isEqualTo("INVALID_STATE");
        succeeded(available(harness, carrier, "OFFLINE"));
    }

    @Test
    void keepsADriverOnTheRoadFromGoingOffline() {
        String carrier = anOnlineCarrier(harness);
        harness.event("driveOnTripStarted", started(id(), carrier, Instant.now()), 3);

        HttpReply offline = available(harness, carrier, "OFFLINE");

        assertThat(offline.status()).isEqualTo(409);
        assertThat(offline.code()).isEqualTo("TRIP_IN_PROGRESS");
        succeeded(available(harness, carrier, "BREAK"));
        assertThat(succeeded(available(harness, carrier, "ONLINE")).text("availability"))
                .isEqualTo("ON_TRIP");
    }

    @Test
    void sendsADriverToRestAfterNineHoursAtTheWheel() {
        String carrier = aCheckedCarrier(harness);
        POSTGRES.database()
                .execute("update carriers.carriers set shift_driven_s = 9 * 3600 where id = ?::uuid", carrier);

        HttpReply reply = available(harness, carrier, "ONLINE");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("REST_REQUIRED");
        assertThat(Instant.parse(reply.text("until"))).isAfter(Instant.now());
    }

    @ParameterizedTest // D7: lower case, the state of a trip, anything else
    @ValueSource(strings = {"online", "ON_TRIP", "LIVE", ""})
    void refusesUnknownValuesWithTheAllowedOnes(String availability) {
        HttpReply reply = available(harness, aCheckedCarrier(harness), availability);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/availability");
        assertThat(reply.json().at("/errors/0/limit").toString()).contains("ONLINE", "BREAK", "OFFLINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"availability\": 1}", "{\"availability\": \"ONLINE\", \"lat\": 91, \"lng\": 27}"})
    void refusesBadBodies(String body) {
        String carrier = aCheckedCarrier(harness);

        assertThat(work(harness, "setAvailability", carrier, body).status()).isEqualTo(400);
        assertThat(columns(POSTGRES.database(), carrier).get(1)).isEqualTo("OFFLINE");
    }

    @Test // D11: neither a position, nor an availability, nor a signal, nor a trip makes a deactivated carrier active
    // again
    void d11LeavesTheActivityToTheAdministrator() {
        String carrier = anOnlineCarrier(harness);
        String trip = id();
        deactivated(POSTGRES.database(), carrier);

        HttpReply online = work(
                harness, "setAvailability", carrier, "{\"availability\": \"ONLINE\", \"lat\": 53.9, \"lng\": 27.5}");
        harness.event("driveOnTripStarted", started(trip, carrier, Instant.now()), 3);
        harness.event(
                "noteSignalOnSignalRecovered",
                new TrackingEvent.SignalRecovered(trip, Instant.now(), 1, Instant.now()),
                1);

        assertThat(online.status()).isEqualTo(403);
        assertThat(online.code()).isEqualTo("CARRIER_INACTIVE");
        assertThat(columns(POSTGRES.database(), carrier)).containsExactly("f", "ON_TRIP", "LIVE");
        succeeded(available(harness, carrier, "BREAK"));
        assertThat(columns(POSTGRES.database(), carrier)).containsExactly("f", "BREAK", "LIVE");
        assertThat(Facts.of(harness, CarrierEvent.Activated.class, carrier)).isEmpty();
    }

    private List<CarrierEvent.AvailabilityChanged> changes(String carrier) {
        return Facts.of(harness, CarrierEvent.AvailabilityChanged.class, carrier);
    }
}
