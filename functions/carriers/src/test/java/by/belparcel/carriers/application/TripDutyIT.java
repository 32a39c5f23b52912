package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.anOnlineCarrier;
import static by.belparcel.carriers.CarrierFixture.assigned;
import static by.belparcel.carriers.CarrierFixture.available;
import static by.belparcel.carriers.CarrierFixture.columns;
import static by.belparcel.carriers.CarrierFixture.completed;
import static by.belparcel.carriers.CarrierFixture.deactivated;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.revoked;
import static by.belparcel.carriers.CarrierFixture.started;
import static by.belparcel.carriers.CarrierFixture.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the events of trips do to carriers, in whatever order they come. */
class TripDutyIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void setsADriverOnTripAndFreesHimAndCountsHisTime() {
        String carrier = anOnlineCarrier(harness);
        String trip = id();

        applied("bindCarrierOnTripAssigned", assigned(trip, carrier), 2);
        assertThat(availability(carrier)).isEqualTo("ONLINE");
        applied("driveOnTripStarted", started(trip, carrier, NOW.minusSeconds(600)), 4);
        assertThat(availability(carrier)).isEqualTo("ON_TRIP");
        applied("parkOnTripCompleted", completed(trip, carrier, NOW), 9);

        assertThat(availability(carrier)).isEqualTo("ONLINE");
        assertThat(driven(carrier)).isEqualTo(600);
        assertThat(Facts.of(harness, CarrierEvent.AvailabilityChanged.class, carrier).stream()
                        .map(fact -> fact.availability().name()))
                .containsExactly("ONLINE", "ON_TRIP", "ONLINE");
    }

    @RepeatedTest(12) // several triggers deliver one trip in any order; the end is the same
    void endsTheSameInAnyOrder(RepetitionInfo repetition) {
        String carrier = anOnlineCarrier(harness);
        String other = anOnlineCarrier(harness);
        String trip = id();
        List<Runnable> deliveries = new ArrayList<>(List.of(
                () -> harness.event("bindCarrierOnTripAssigned", assigned(trip, carrier), 2),
                () -> harness.event("freeCarrierOnAssignmentRevoked", revoked(trip, carrier), 3),
                () -> harness.event("bindCarrierOnTripAssigned", assigned(trip, other), 3),
                () -> harness.event("driveOnTripStarted", started(trip, other, NOW.minusSeconds(60)), 5)));
        Collections.shuffle(deliveries, new Random(repetition.getCurrentRepetition()));

        deliveries.forEach(Runnable::run);

        assertThat(holders(trip)).containsExactlyInAnyOrder(List.of(carrier, "ENDED"), List.of(other, "DRIVING"));
        assertThat(availability(carrier)).isEqualTo("ONLINE");
        assertThat(availability(other)).isEqualTo("ON_TRIP");
    }

    @Test
    void ignoresAStartThatComesAfterTheEnd() {
        String carrier = anOnlineCarrier(harness);
        String trip = id();
        applied("parkOnTripCompleted", completed(trip, carrier, NOW), 9);

        EventReply late = harness.event("driveOnTripStarted", started(trip, carrier, NOW), 4);

        assertThat(late.result()).isEqualTo(Delivery.IGNORED);
        assertThat(availability(carrier)).isEqualTo("ONLINE");
    }

    @Test
    void keepsADriverOnTripWhileAnotherTripIsOnTheRoad() {
        String carrier = anOnlineCarrier(harness);
        String first = id();
        String second = id();
        applied("driveOnTripStarted", started(first, carrier, NOW.minusSeconds(100)), 4);
        applied("driveOnTripStarted", started(second, carrier, NOW.minusSeconds(50)), 4);

        applied("parkOnTripCompleted", completed(first, carrier, NOW.minusSeconds(20)), 9);
        assertThat(availability(carrier)).isEqualTo("ON_TRIP");
        applied("parkOnTripCompleted", completed(second, carrier, NOW), 9);

        assertThat(availability(carrier)).isEqualTo("ONLINE");
        assertThat(driven(carrier)).isEqualTo(100);
    }

    @Test
    void freesThoseWhoRejectLetItExpireOrLoseIt() {
        String rejected = aCarrier(POSTGRES.database());
        String expired = aCarrier(POSTGRES.database());
        String cancelled = anOnlineCarrier(harness);
        String trip = id();
        applied("bindCarrierOnTripAssigned", assigned(trip, rejected), 2);
        applied(
                "freeCarrierOnAssignmentRejected",
                new AssignmentEvent.AssignmentRejected(trip, id(), rejected, "ILL", NOW),
                3);
        applied("bindCarrierOnTripAssigned", assigned(trip, expired), 4);
        applied("freeCarrierOnAssignmentExpired", new AssignmentEvent.AssignmentExpired(trip, id(), expired, NOW), 5);
        applied("bindCarrierOnTripReassigned", reassigned(trip, expired, cancelled), 6);
        applied("freeCarriersOnTripCancelled", new TripEvent.Cancelled(trip, null, "TEST_ENDS", NOW), 7);

        assertThat(holders(trip))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getLast()).isEqualTo("ENDED"));
    }

    @Test
    void swapsTheDriversOfAFullHandover() {
        String from = anOnlineCarrier(harness);
        String to = anOnlineCarrier(harness);
        String trip = id();
        applied("driveOnTripStarted", started(trip, from, NOW.minusSeconds(60)), 4);
        AssignmentEvent.HandoverCompleted full =
                new AssignmentEvent.HandoverCompleted(trip, List.of(id()), List.of(), true, NOW);

        assertThat(harness.event("swapDriversOnHandoverCompleted", full, 8).status())
                .as("the new carrier is not known yet: later")
                .isEqualTo(503);
        applied("bindCarrierOnTripAssigned", assigned(trip, to), 6);
        applied("swapDriversOnHandoverCompleted", full, 8);

        assertThat(availability(from)).isEqualTo("ONLINE");
        assertThat(availability(to)).isEqualTo("ON_TRIP");
    }

    @Test // out of order: the trip is over before the handover is heard of
    void freesTheOldDriverThoughTheNewOneHasCompletedTheTripMeanwhile() {
        String from = anOnlineCarrier(harness);
        String to = anOnlineCarrier(harness);
        String trip = id();
        applied("driveOnTripStarted", started(trip, from, NOW.minusSeconds(60)), 4);
        applied("bindCarrierOnTripAssigned", assigned(trip, to), 6);
        applied("parkOnTripCompleted", completed(trip, to, NOW), 12);

        harness.event(
                "swapDriversOnHandoverCompleted",
                new AssignmentEvent.HandoverCompleted(trip, List.of(id()), List.of(), true, NOW),
                8);

        assertThat(holders(trip)).containsExactlyInAnyOrder(List.of(from, "ENDED"), List.of(to, "ENDED"));
        assertThat(availability(from)).isEqualTo("ONLINE");
        assertThat(availability(to)).isEqualTo("ONLINE");
    }

    @Test // out of order: somebody else was to come before, and his refusal is not heard of yet
    void givesAHandedOverTripToTheOneWhoWasAskedLast() {
        String from = anOnlineCarrier(harness);
        String refused = anOnlineCarrier(harness);
        String to = anOnlineCarrier(harness);
        String trip = id();
        applied("driveOnTripStarted", started(trip, from, NOW.minusSeconds(60)), 4);
        applied("bindCarrierOnTripAssigned", assigned(trip, refused), 5);
        applied("bindCarrierOnTripAssigned", assigned(trip, to), 6);

        harness.event(
                "swapDriversOnHandoverCompleted",
                new AssignmentEvent.HandoverCompleted(trip, List.of(id()), List.of(), true, NOW),
                8);
        harness.event(
                "freeCarrierOnAssignmentRejected",
                new AssignmentEvent.AssignmentRejected(trip, id(), refused, "ILL", NOW),
                6);

        assertThat(availability(to)).isEqualTo("ON_TRIP");
        assertThat(List.of(availability(from), availability(refused))).containsOnly("ONLINE");
    }

    @Test
    void leavesTheTripToTheOldDriverAfterAPartialHandover() {
        String from = anOnlineCarrier(harness);
        String to = anOnlineCarrier(harness);
        String trip = id();
        applied("driveOnTripStarted", started(trip, from, NOW), 4);
        applied("bindCarrierOnTripAssigned", assigned(trip, to), 6);

        applied(
                "swapDriversOnHandoverCompleted",
                new AssignmentEvent.HandoverCompleted(trip, List.of(id()), List.of(id()), false, NOW),
                8);

        assertThat(holders(trip)).containsExactlyInAnyOrder(List.of(from, "DRIVING"), List.of(to, "ENDED"));
        assertThat(availability(from)).isEqualTo("ON_TRIP");
    }

    @Test
    void doesNotBringBackADriverWhoIsOffDutyOnABreakOrDeactivated() {
        String onBreak = anOnlineCarrier(harness);
        String inactive = anOnlineCarrier(harness);
        String offShift = aCarrier(POSTGRES.database());
        for (String carrier : List.of(onBreak, inactive, offShift)) {
            String trip = id();
            applied("driveOnTripStarted", started(trip, carrier, NOW), 4);
            if (carrier.equals(onBreak)) {
                succeeded(available(harness, carrier, "BREAK"));
            } else if (carrier.equals(inactive)) {
                deactivated(POSTGRES.database(), carrier);
            }
            applied("parkOnTripCompleted", completed(trip, carrier, NOW), 9);
        }

        assertThat(availability(onBreak)).isEqualTo("BREAK");
        assertThat(availability(inactive)).isEqualTo("BREAK");
        assertThat(availability(offShift)).isEqualTo("OFFLINE");
    }

    @Test
    void notesTheNewestSignalOfTheOneWhoDrives() {
        String carrier = anOnlineCarrier(harness);
        String trip = id();
        TrackingEvent.SignalStale stale = new TrackingEvent.SignalStale(trip, NOW, 90, NOW.plusSeconds(90));
        assertThat(harness.event("noteSignalOnSignalStale", stale, 1).result()).isEqualTo(Delivery.IGNORED);
        applied("driveOnTripStarted", started(trip, carrier, NOW), 4);

        applied("noteSignalOnSignalLost", new TrackingEvent.SignalLost(trip, NOW, 300, NOW.plusSeconds(300)), 2);
        assertThat(harness.event("noteSignalOnSignalStale", stale, 1).result()).isEqualTo(Delivery.IGNORED);
        assertThat(columns(POSTGRES.database(), carrier)).containsExactly("t", "ON_TRIP", "LOST");

        applied("parkOnTripCompleted", completed(trip, carrier, NOW.plusSeconds(400)), 9);
        assertThat(columns(POSTGRES.database(), carrier)).containsExactly("t", "ONLINE", "null");
    }

    @RepeatedTest(8) // one of the two comes first, and the other one sees it
    void lockOutEachOtherWhenATripComesWhileTheCarrierIsDeactivated() {
        String carrier = aCarrier(POSTGRES.database());
        String trip = id();
        Mono<HttpReply> deactivation = harness.command("editCarrier")
                .as(Principals.admin())
                .path("id", carrier)
                .body(Map.of("is_active", false, "reason", "licence expired"))
                .reply();
        Mono<EventReply> assignment = Mono.fromCallable(
                        () -> harness.event("bindCarrierOnTripAssigned", assigned(trip, carrier), 2))
                .subscribeOn(Schedulers.boundedElastic());

        HttpReply reply = Objects.requireNonNull(
                        Mono.zip(deactivation, assignment).block(Duration.ofSeconds(20)))
                .getT1();

        boolean active = columns(POSTGRES.database(), carrier).getFirst().equals("t");
        assertThat(holders(trip)).containsExactly(List.of(carrier, "ASSIGNED"));
        assertThat(reply.status()).isEqualTo(active ? 409 : 200);
        assertThat(Facts.of(harness, CarrierEvent.Deactivated.class, carrier)).hasSize(active ? 0 : 1);
    }

    private static AssignmentEvent.Reassigned reassigned(String trip, String from, String to) {
        return new AssignmentEvent.Reassigned(
                trip,
                trip,
                List.of(),
                from,
                to,
                id(),
                by.belparcel.kernel.AssignmentTrigger.MANUAL,
                "because",
                "operator-1",
                true,
                NOW,
                NOW);
    }

    private void applied(String function, DomainEvent event, long sequence) {
        EventReply reply = harness.event(function, event, sequence);
        assertThat(reply.result()).as("%s: %s", function, reply.cause()).isEqualTo(Delivery.APPLIED);
    }

    private static String availability(String carrier) {
        return columns(POSTGRES.database(), carrier).get(1);
    }

    private static long driven(String carrier) {
        return POSTGRES.database().number("select driven_s from carriers.shifts where carrier_id = ?::uuid", carrier);
    }

    private static List<List<String>> holders(String trip) {
        return POSTGRES.database()
                .rows("select carrier_id, state from carriers.trips where trip_id = ?::uuid order by since", trip);
    }
}
