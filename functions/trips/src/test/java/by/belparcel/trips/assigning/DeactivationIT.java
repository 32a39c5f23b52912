package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.CarrierEvent;
import by.belparcel.trips.Meanwhile;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No trip stays with a carrier that was stopped, whatever crosses the news of it. */
class DeactivationIT {

    private static final String FUNCTION = "reassignTripsOnCarrierDeactivated";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
    }

    @Test // A8 CARRIER_DEACTIVATED
    void takesWhatTheCarrierHasConfirmedThoughNobodyForcedIt() {
        TripRecord trip = confirmed();

        assertThat(deactivate(false)).isEqualTo(204);

        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED CARRIER_DEACTIVATED");
    }

    @Test
    void takesAnUnansweredOffer() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);

        deactivate(false);

        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(3));
    }

    @Test // A8 CARRIER_DEACTIVATED on the road
    void callsForAHandoverOfATripOnTheRoadOnlyByForce() {
        TripRecord trip = confirmed();
        scene.depart(trip.id());

        deactivate(false);
        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL");
        deactivate(true);

        assertThat(scene.assignments(trip.id()))
                .containsExactly("2 CONFIRMED INITIAL", "3 HANDOVER CARRIER_DEACTIVATED");
    }

    @Test // the offer has the carrier's lock when the news of the deactivation comes
    void comesAgainForATripThatTheCarrierIsOfferedInThisMoment() {
        scene.online(2);
        TripRecord trip = scene.aTrip(10);

        int status = Meanwhile.in(scene.database())
                .execute("select 1 from trips.trip where id = ?::uuid for update", trip.id())
                .execute("select 1 from trips.carrier where id = ?::uuid for update", carrier(2))
                .execute("""
                        insert into trips.assignment (
                            id, trip_id, attempt, carrier_id, state, trigger, reason, offered_at, confirm_by, decision)
                        select gen_random_uuid(), ?::uuid, 1, ?::uuid, 'OFFERED', 'INITIAL', 'test', now(),
                               now() + interval '2 hours', '{}'
                        """, trip.id(), carrier(2))
                .execute("""
                        update trips.trip t
                        set state = 'ASSIGNED', version = t.version + 1, carrier_id = a.carrier_id, assignment_id = a.id
                        from trips.assignment a where a.trip_id = t.id and t.id = ?::uuid
                        """, trip.id())
                .run(() -> deactivate(false));

        assertThat(status).isEqualTo(503);
        scene.online(3);
        assertThat(deactivate(false)).isEqualTo(204);
        assertThat(scene.assignments(trip.id())).containsExactly("2 REVOKED INITIAL", "3 OFFERED CARRIER_DEACTIVATED");
    }

    private TripRecord confirmed() {
        scene.online(2, 3);
        TripRecord trip = scene.aPlannedTrip(10);
        scene.harness()
                .command("confirmTrip")
                .as(Principals.carrier(carrier(2)))
                .path("id", trip.id())
                .send();
        return scene.find(trip.id());
    }

    private int deactivate(boolean force) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CarrierEvent.Deactivated event = new CarrierEvent.Deactivated(carrier(2), "licence lost", "admin", force, now);
        return scene.harness().deliver(FUNCTION, TestEvents.envelope(event, 1)).status();
    }
}
