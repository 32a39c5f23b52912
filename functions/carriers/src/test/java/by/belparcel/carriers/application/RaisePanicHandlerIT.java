package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.anOnlineCarrier;
import static by.belparcel.carriers.CarrierFixture.assigned;
import static by.belparcel.carriers.CarrierFixture.deactivated;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.started;
import static by.belparcel.carriers.CarrierFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.CarrierEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaisePanicHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void isAboutTheTripThatHeDrives() {
        String carrier = anOnlineCarrier(harness);
        String trip = id();
        harness.event("driveOnTripStarted", started(trip, carrier), 3);

        HttpReply reply = work(harness, "raisePanic", carrier, "{\"lat\": 53.9, \"lng\": 27.5}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("trip_id")).isEqualTo(trip);
        assertThat(panics(carrier)).singleElement().satisfies(fact -> {
            assertThat(fact.tripId()).isEqualTo(trip);
            assertThat(fact.lat()).isEqualTo(53.9);
        });
    }

    @Test // help is not a matter of shifts and activity
    void isHeardFromADeactivatedDriverWithoutATrip() {
        String carrier = aCarrier(POSTGRES.database());
        deactivated(POSTGRES.database(), carrier);

        assertThat(work(harness, "raisePanic", carrier, "{}").status()).isEqualTo(201);
        assertThat(panics(carrier))
                .singleElement()
                .satisfies(fact -> assertThat(fact.tripId()).isNull());
    }

    @Test
    void acceptsATripThatIsNotKnownYetButNoneOfSomebodyElse() {
        String carrier = aCarrier(POSTGRES.database());
        String foreign = id();
        harness.event("bindCarrierOnTripAssigned", assigned(foreign, aCarrier(POSTGRES.database())), 2);

        HttpReply refused = work(harness, "raisePanic", carrier, "{\"trip_id\": \"" + foreign + "\"}");
        HttpReply early = work(harness, "raisePanic", carrier, "{\"trip_id\": \"" + id() + "\"}");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("TRIP_NOT_FOUND");
        assertThat(early.status()).isEqualTo(201);
        assertThat(panics(carrier)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"trip_id\": \"x\"}", "{\"lat\": 91, \"lng\": 0}", "{\"help\": true}"})
    void refusesBadBodies(String body) {
        String carrier = aCarrier(POSTGRES.database());

        assertThat(work(harness, "raisePanic", carrier, body).status()).isEqualTo(400);
        assertThat(panics(carrier)).isEmpty();
    }

    private List<CarrierEvent.PanicRaised> panics(String carrier) {
        return Facts.of(harness, CarrierEvent.PanicRaised.class, carrier);
    }
}
