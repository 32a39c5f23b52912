package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.VehicleSpec;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** D2: trips that nobody could take are not forgotten. */
class WaitingTripsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
    }

    @Test // D2
    void offersAWaitingTripToTheFirstCarrierThatComesOnline() {
        TripRecord trip = scene.aPlannedTrip(10);
        assertThat(trip.state()).isEqualTo(TripState.PLANNED);

        deliver("offerTripsOnAvailabilityChanged", online(5));

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(5));
        assertThat(scene.assignments(trip.id())).containsExactly("5 OFFERED INITIAL");
        assertThat(scene.harness().emitted(AssignmentEvent.Reassigned.TYPE))
                .filteredOn(event -> event.tripId().equals(trip.id()))
                .isEmpty();
    }

    @Test // D2: he was online all the time, but not heard of for an hour
    void offersAWaitingTripToACarrierWhoSaysThatHeIsStillThere() {
        scene.online(5);
        scene.database().execute("update trips.carrier set last_contact_at = now() - interval '61 min'");
        TripRecord trip = scene.aPlannedTrip(10);
        assertThat(trip.state()).isEqualTo(TripState.PLANNED);

        deliver(
                "offerTripsOnAvailabilityChanged",
                new CarrierEvent.AvailabilityChanged(
                        carrier(5), Availability.ONLINE, Instant.EPOCH, null, null, Instant.now()));

        assertThat(scene.assignments(trip.id())).containsExactly("5 OFFERED INITIAL");
    }

    @Test // D2
    void offersAWaitingTripWithinOneRetryEvenWhenNoEventTellsOfTheCarrier() {
        TripRecord trip = scene.aPlannedTrip(10);
        scene.online(5);

        scene.fire("assignment.retry");

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(5));
    }

    @Test // D2: also when the shift begins after he came online, and when he is let to work again
    void triesWaitingTripsWhenAShiftStartsAndWhenACarrierIsActivated() {
        TripRecord heavy = scene.aTrip(10, trip -> heavier(trip, 4_000_000));
        scene.announce(heavy);
        scene.online(5);
        deliver(
                "offerTripsOnShiftStarted",
                new CarrierEvent.ShiftStarted(
                        carrier(5),
                        new VehicleSpec("AB 1", "TRUCK", 5_000_000, 30_000_000, 1_000),
                        now().plus(Duration.ofHours(10)),
                        now()));
        assertThat(scene.find(heavy.id()).carrierId()).isEqualTo(carrier(5));

        TripRecord trip = scene.aPlannedTrip(10);
        scene.online(6);
        scene.database()
                .execute(
                        "update trips.carrier set is_active = false, deactivated = true where id = ?::uuid",
                        carrier(6));
        deliver("offerTripsOnCarrierActivated", new CarrierEvent.Activated(carrier(6), "back again", "admin", now()));
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(6));
    }

    @Test // D2: several trips wait, one carrier comes
    void givesAFreedCarrierOneTripOnly() {
        TripRecord first = scene.aPlannedTrip(10);
        TripRecord second = scene.aPlannedTrip(10);

        deliver("offerTripsOnAvailabilityChanged", online(5));

        assertThat(List.of(scene.find(first.id()), scene.find(second.id())))
                .filteredOn(trip -> trip.state() == TripState.ASSIGNED)
                .hasSize(1);
        deliver("offerTripsOnAvailabilityChanged", online(6));
        assertThat(scene.find(second.id()).state()).isEqualTo(TripState.ASSIGNED);
    }

    @Test
    void ignoresAnAvailabilityThatIsOlderThanWhatIsKnown() {
        deliver("offerTripsOnAvailabilityChanged", online(5));

        EventReply late = scene.harness()
                .event(
                        "offerTripsOnAvailabilityChanged",
                        new CarrierEvent.AvailabilityChanged(
                                carrier(5), Availability.OFFLINE, now(), null, null, now().minusSeconds(60)),
                        1);

        assertThat(late.status()).isEqualTo(204);
        assertThat(availability(5)).isEqualTo("ONLINE");
    }

    @Test
    void takesOverWhatAdministratorsSayOfCarriers() {
        String id = "0190a003-0000-7000-8000-000000000099";
        scene.harness().event("registerCarrierOnReferenceUpdated", reference(id, 3, true, 7_000), 3);
        scene.harness().event("registerCarrierOnReferenceUpdated", reference(id, 2, true, 5_000), 2);

        assertThat(scene.database().text("select payload_g from trips.carrier where id = ?::uuid", id))
                .isEqualTo("7000");
        scene.database().execute("delete from trips.carrier where id = ?::uuid", id);
    }

    private static PlatformEvent.ReferenceUpdated reference(String id, long version, boolean active, int payload) {
        return new PlatformEvent.ReferenceUpdated(
                "carrier",
                id,
                version,
                List.of("vehicle"),
                Map.of(
                        "is_active",
                        active,
                        "skills",
                        List.of("FRAGILE"),
                        "max_parallel_trips",
                        1,
                        "home_warehouse",
                        TripScene.ORIGIN,
                        "vehicle",
                        Map.of("type", "VAN_S", "payload_g", payload, "volume_cm3", 1, "slots", 1)),
                now());
    }

    private static TripRecord heavier(TripRecord trip, long weightG) {
        return trip.edit()
                .batches(trip.batches().stream()
                        .map(batch -> batch.withContent(batch.orderIds(), weightG, batch.volumeCm3()))
                        .toList())
                .done();
    }

    private void deliver(String function, DomainEvent event) {
        EventReply reply = scene.harness().event(function, event, 1);
        assertThat(reply.status()).as("%s", reply.cause()).isEqualTo(204);
    }

    private static CarrierEvent.AvailabilityChanged online(int number) {
        return new CarrierEvent.AvailabilityChanged(
                carrier(number), Availability.ONLINE, now(), TripScene.MINSK.lat(), TripScene.MINSK.lng(), now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private @Nullable String availability(int number) {
        return scene.database().text("select availability from trips.carrier where id = ?::uuid", carrier(number));
    }
}
