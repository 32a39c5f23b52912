package by.belparcel.trips.planning;

import static by.belparcel.trips.TripFixture.BREST_HUB;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.EAST;
import static by.belparcel.trips.TripFixture.WEST;
import static by.belparcel.trips.TripFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.StopPlan;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.TripFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From closed batches to trips. */
class PlanningIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database());
    }

    private TripEvent.Planned planned(String trip) {
        return trips.harness().emitted(TripEvent.Planned.TYPE).stream()
                .filter(event -> event.tripId().equals(trip))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void makesATripOfAClosedBatch() {
        String batch = id();
        BatchEvent.Closed closed = trips.closed(batch, CENTRE, 3);

        assertThat(trips.close(closed).status()).isEqualTo(204);

        TripEvent.Planned planned = planned(trips.tripOf(batch));
        assertThat(planned.number()).matches("T-[0-9]{6}-[0-9]{4,}");
        assertThat(planned.version()).isEqualTo(1);
        assertThat(planned.batches()).containsExactly(batch);
        assertThat(planned.load().weightG()).isEqualTo(6000);
        assertThat(planned.load().slots()).isEqualTo(3);
        assertThat(planned.stops().stream().map(StopPlan::type)).containsExactly(StopType.PICKUP, StopType.PVZ);
        assertThat(planned.stops().getLast().placeId()).isEqualTo(CENTRE);
        assertThat(planned.stops().getLast().serviceS()).isEqualTo(660);
        assertThat(planned.distanceM()).isBetween(9_000L, 15_000L);
        assertThat(planned.provider()).isEqualTo("haversine");
        assertThat(Duration.between(Instant.now(), planned.plannedDeparture()))
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
    }

    @Test
    void putsASecondBatchForTheSamePlaceIntoTheSameTrip() {
        String first = trips.aBatch(CENTRE);
        String second = trips.aBatch(CENTRE);

        String trip = trips.tripOf(first);
        assertThat(trips.tripOf(second)).isEqualTo(trip);
        assertThat(trips.told(trip)).containsExactly("trip.planned v1", "trip.plan-changed v2");
        assertThat(trips.stops(trip)).containsExactly("PICKUP 1 PENDING", "PVZ 2 PENDING");
        assertThat(POSTGRES.database().number("select count(*) from trips.plan where trip_id = ?::uuid", trip))
                .isEqualTo(2);
    }

    @Test
    void makesANewTripWhenTheDetourIsTooLong() {
        String centre = trips.aBatch(CENTRE);
        String east = trips.aBatch(EAST);

        assertThat(trips.tripOf(east)).isNotEqualTo(trips.tripOf(centre));
    }

    @Test
    void takesABatchThatLiesOnTheWay() {
        TripFixture generous = TripFixture.at(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100"));

        String west = generous.aBatch(WEST);
        String centre = generous.aBatch(CENTRE);

        assertThat(generous.tripOf(centre)).isEqualTo(generous.tripOf(west));
        assertThat(generous.stops(generous.tripOf(west)))
                .containsExactly("PICKUP 1 PENDING", "PVZ 2 PENDING", "PVZ 3 PENDING");
        assertThat(generous.stopAt(generous.tripOf(west), CENTRE)).isEqualTo(2);
    }

    @Test
    void makesANewTripWhenNoVehicleHoldsBoth() {
        String first = id();
        String second = id();
        trips.close(trips.closed(first, CENTRE, 3, 4_000_000));
        trips.close(trips.closed(second, CENTRE, 3, 1_500_000));

        assertThat(trips.tripOf(second)).isNotEqualTo(trips.tripOf(first));
    }

    @Test
    void asksAPersonWhenNoVehicleClassFits() {
        String batch = id();
        trips.close(trips.closed(batch, CENTRE, 3, 6_000_000));

        assertThat(POSTGRES.database()
                        .text(
                                "select needs_manual || ' ' || needs_manual_reason from trips.trip where id = ?::uuid",
                                trips.tripOf(batch)))
                .isEqualTo("true NO_VEHICLE_CLASS");
    }

    @Test
    void bringsBatchesToAHub() {
        String batch = trips.aBatch(BREST_HUB);

        assertThat(trips.stops(trips.tripOf(batch))).containsExactly("PICKUP 1 PENDING", "HUB 2 PENDING");
    }

    @Test // planning 4
    void leavesAtTheNextCutOff() {
        POSTGRES.database()
                .execute(
                        "update trips.place set cutoffs = array[to_char((now() + interval '2 hours') at time zone"
                                + " 'Europe/Minsk', 'HH24:MI')] where id = ?::uuid",
                        trips.origin());
        String batch = trips.aBatch(CENTRE);

        assertThat(Duration.between(Instant.now(), planned(trips.tripOf(batch)).plannedDeparture()))
                .isBetween(Duration.ofMinutes(118), Duration.ofMinutes(120));
    }

    @Test // planning 6
    void keepsABatchForAClosedPlaceWaitingUntilItOpens() {
        String point = id();
        POSTGRES.database().execute("""
                insert into trips.place (id, kind, code, lat, lng, status, version)
                values (?::uuid, 'PVZ', 'X', 53.9, 27.6, 'SUSPENDED', 1)
                """, point);
        String batch = trips.aBatch(point);

        assertThat(POSTGRES.database().rows("select state, reason, trip_id from trips.batch where id = ?::uuid", batch))
                .containsExactly(List.of("CLOSED", "DEST_CLOSED", "null"));

        POSTGRES.database().execute("update trips.place set status = 'OPEN' where id = ?::uuid", point);
        trips.replan();

        assertThat(trips.stops(trips.tripOf(batch))).hasSize(2);
    }

    @Test
    void comesAgainWhenAPlaceIsNotKnownYet() {
        assertThat(trips.close(trips.closed(id(), id(), 1)).status()).isEqualTo(503);
    }

    @Test
    void ignoresABatchThatWasCancelledBeforeItsClosingArrived() {
        String batch = id();
        trips.harness()
                .event(
                        "dropBatchOnBatchCancelled",
                        new BatchEvent.Cancelled(batch, List.of(), "EMPTY", TripFixture.NOW),
                        4);

        assertThat(trips.close(trips.closed(batch, CENTRE, 2)).result()).isEqualTo(Delivery.IGNORED);
        assertThat(trips.tripOf(batch)).isEqualTo("null");
    }

    @Test
    void leavesOutAnOrderThatWasRemovedBeforeTheClosingArrived() {
        BatchEvent.Closed closed = trips.closed(id(), CENTRE, 3);
        String batch = closed.batchId();
        trips.harness().event("removeOrderOnBatchOrderRemoved", removed(closed, 0, 2), 4);
        // taken out before it was closed: the list of the closing knows that
        trips.harness().event("removeOrderOnBatchOrderRemoved", removed(closed, 1, 3), 2);
        trips.close(closed);

        assertThat(planned(trips.tripOf(batch)).load().slots()).isEqualTo(2);
        assertThat(planned(trips.tripOf(batch)).load().weightG()).isEqualTo(4000);
    }

    @Test
    void takesAnOrderOutOfAPlannedTrip() {
        BatchEvent.Closed closed = trips.closed(id(), CENTRE, 3);
        trips.close(closed);
        String trip = trips.tripOf(closed.batchId());

        trips.harness().event("removeOrderOnBatchOrderRemoved", removed(closed, 0, 2), 4);

        assertThat(trips.told(trip)).containsExactly("trip.planned v1", "trip.plan-changed v2");
        assertThat(POSTGRES.database()
                        .text("select batches -> 0 ->> 'weight_g' from trips.trip where id = ?::uuid", trip))
                .isEqualTo("4000");
    }

    private static BatchEvent.OrderRemoved removed(BatchEvent.Closed closed, int index, int left) {
        return new BatchEvent.OrderRemoved(
                closed.batchId(),
                closed.orders().get(index),
                left,
                2000L * left,
                5000L * left,
                "CANCELLED",
                TripFixture.NOW);
    }

    @Test
    void cancelsATripThatLostItsLastBatch() {
        String batch = trips.aBatch(CENTRE);
        String trip = trips.tripOf(batch);
        trips.offer(trip, TripFixture.CARRIER);

        trips.harness()
                .event(
                        "dropBatchOnBatchCancelled",
                        new BatchEvent.Cancelled(batch, List.of(), "EMPTY", TripFixture.NOW),
                        4);

        assertThat(trips.state(trip)).isEqualTo("CANCELLED");
        assertThat(trips.told(trip)).contains("trip.assignment-revoked v3", "trip.cancelled v3");
        trips.replan();
        assertThat(POSTGRES.database().text("select state from trips.batch where id = ?::uuid", batch))
                .isEqualTo("CANCELLED");
    }

    @Test
    void shortensATripThatLostABatch() {
        TripFixture generous = TripFixture.at(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100"));
        String west = generous.aBatch(WEST);
        String centre = generous.aBatch(CENTRE);

        generous.harness()
                .event(
                        "dropBatchOnBatchCancelled",
                        new BatchEvent.Cancelled(centre, List.of(), "X", TripFixture.NOW),
                        4);

        assertThat(generous.batches(generous.tripOf(west))).containsExactly(west);
        assertThat(generous.stops(generous.tripOf(west))).containsExactly("PICKUP 1 PENDING", "PVZ 2 PENDING");
    }
}
