package by.belparcel.trips.following;

import static by.belparcel.trips.TripFixture.CARRIER;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.FixLine;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.EtaQuality;
import by.belparcel.trips.TripFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Positions and places that trips hear of. */
class FollowingIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database());
    }

    private Delivery position(String trip, double lat, double lng, Instant at) {
        FixLine fix = new FixLine(lat, lng, 10, null, null, null, null, null, null, at, at, 1, null);
        return trips.harness()
                .event(
                        "estimateArrivalOnPositionAccepted",
                        new TrackingEvent.PositionAccepted(trip, CARRIER, fix, 1, null, at),
                        0)
                .result();
    }

    private List<TripEvent.EtaChanged> etas(String trip) {
        return trips.harness().emitted(TripEvent.EtaChanged.TYPE).stream()
                .filter(event -> event.tripId().equals(trip))
                .toList();
    }

    private void aMinuteLater(String trip) {
        POSTGRES.database()
                .execute(
                        "update trips.position set computed_at = computed_at - interval '1 minute' where trip_id = ?::uuid",
                        trip);
    }

    @Test
    void tellsAnArrivalOnlyWhenItMovedByMoreThanFiveMinutes() {
        String trip = trips.aTripOnItsWay(CENTRE);
        long version = trips.version(trip);
        assertThat(etas(trip)).hasSize(1);
        assertThat(etas(trip).getFirst().quality()).isEqualTo(EtaQuality.LOW);
        Instant now = Instant.now();

        assertThat(position(trip, 53.8360, 27.6377, now)).isEqualTo(Delivery.APPLIED);
        assertThat(etas(trip)).hasSize(1);
        assertThat(trips.version(trip)).isEqualTo(version);

        // not more often than once a minute, never backwards
        assertThat(position(trip, 53.9080, 27.5760, now.plusSeconds(1))).isEqualTo(Delivery.IGNORED);
        aMinuteLater(trip);
        assertThat(position(trip, 53.9080, 27.5760, now.minusSeconds(1))).isEqualTo(Delivery.IGNORED);

        assertThat(position(trip, 53.9080, 27.5760, now.plusSeconds(2))).isEqualTo(Delivery.APPLIED);
        assertThat(etas(trip)).hasSize(2);
        assertThat(etas(trip).getLast().etaAt()).isBefore(now.plusSeconds(300));
        assertThat(trips.version(trip)).isEqualTo(version + 1);
    }

    @Test
    void ignoresPositionsOfTripsThatAreNotOnTheirWay() {
        String trip = trips.anOfferedTrip(CENTRE);

        assertThat(position(trip, 53.9, 27.6, Instant.now())).isEqualTo(Delivery.IGNORED);
        assertThat(position(id(), 53.9, 27.6, Instant.now())).isEqualTo(Delivery.IGNORED);
    }

    private Delivery place(String id, String status, long version) {
        Map<String, Object> state =
                Map.of("code", "TST-1", "lat", 53.91, "lng", 27.55, "status", status, "hours", "Mo-Su 00:00-23:59");
        return trips.harness()
                .event(
                        "adoptTripPlaceOnReferenceUpdated",
                        new PlatformEvent.ReferenceUpdated("pvz", id, version, List.of(), state, TripFixture.NOW),
                        version)
                .result();
    }

    private String manual(String trip) {
        return POSTGRES.database()
                .text(
                        "select needs_manual || ' ' || coalesce(needs_manual_reason, '-') from trips.trip where id = ?::uuid",
                        trip);
    }

    @Test
    void asksAPersonWhenADestinationClosesAndNoLongerWhenItOpens() {
        String point = id();
        assertThat(place(point, "OPEN", 1)).isEqualTo(Delivery.APPLIED);
        String trip = trips.aTrip(point);

        place(point, "SUSPENDED", 2);
        assertThat(manual(trip)).isEqualTo("true DEST_CLOSED");
        assertThat(place(point, "OPEN", 1)).isEqualTo(Delivery.IGNORED);

        String waiting = trips.aBatch(point);
        assertThat(trips.tripOf(waiting)).isEqualTo("null");
        place(point, "OPEN", 3);
        assertThat(manual(trip)).isEqualTo("false -");
        trips.replan();
        assertThat(trips.tripOf(waiting)).isEqualTo(trip);
    }

    @Test
    void refusesAPlaceWithoutItsFields() {
        var broken =
                new PlatformEvent.ReferenceUpdated("pvz", id(), 1, List.of(), Map.of("code", "X"), TripFixture.NOW);

        assertThat(trips.harness()
                        .event("adoptTripPlaceOnReferenceUpdated", broken, 1)
                        .status())
                .isEqualTo(422);
    }
}
