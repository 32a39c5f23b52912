package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.alerts;
import static by.belparcel.alerts.AlertFixture.confirmed;
import static by.belparcel.alerts.AlertFixture.fired;
import static by.belparcel.alerts.AlertFixture.id;
import static by.belparcel.alerts.AlertFixture.planChanged;
import static by.belparcel.alerts.AlertFixture.planned;
import static by.belparcel.alerts.AlertFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.AlertEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.TripEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TripCourseIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;
    private final String trip = id();

    @BeforeEach
    void start() {
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @Test // timer trip.late-departure: planned departure + 15 min
    void raisesALateDepartureUntilTheTripStarts() {
        event("rememberTripOnPlanned", planned(trip, 1, minutesAgo(16)));
        event("watchDepartureOnAssignmentConfirmed", confirmed(trip));
        assertThat(timers()).containsExactly("alert.late-departure DUE");

        look();
        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("LATE_DEPARTURE OPEN 1");
        event("clearAlertsOnTripStarted", started(trip, Instant.now()));
        event("recheckAlert", fired(Evaluation.RECHECK, AlertFixture.alertOf(POSTGRES.database(), trip)));

        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("LATE_DEPARTURE RESOLVED 1 auto");
    }

    @Test
    void resolvesALateDepartureThatWasPutOff() {
        event("rememberTripOnPlanned", planned(trip, 1, minutesAgo(16)));
        look();
        event("rememberTripOnPlanChanged", planChanged(trip, 2, minutesAgo(-60)));
        event("recheckAlert", fired(Evaluation.RECHECK, AlertFixture.alertOf(POSTGRES.database(), trip)));
        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("LATE_DEPARTURE RESOLVED 1 auto");

        event("rememberTripOnPlanChanged", planChanged(trip, 3, minutesAgo(20)));
        look();
        assertThat(alerts(POSTGRES.database(), trip)).contains("LATE_DEPARTURE OPEN 1");
    }

    @Test
    void raisesNothingForATripThatHasLeftOrMayStillLeave() {
        event("rememberTripOnPlanned", planned(trip, 1, minutesAgo(14)));
        look();
        event("rememberTripOnPlanChanged", planChanged(trip, 2, minutesAgo(60)));
        event("clearAlertsOnTripStarted", started(trip, NOW));
        look();

        assertThat(alerts(POSTGRES.database(), trip)).isEmpty();
    }

    @Test
    void watchesTheNewestDepartureOnly() {
        event("watchDepartureOnAssignmentConfirmed", confirmed(trip));
        assertThat(timers()).isEmpty();
        event("rememberTripOnPlanChanged", planChanged(trip, 3, Instant.now().plusSeconds(3600)));
        event("rememberTripOnPlanned", planned(trip, 1, minutesAgo(60)));
        assertThat(timers()).containsExactly("alert.late-departure DUE");
        look();
        assertThat(alerts(POSTGRES.database(), trip)).isEmpty();

        event("rememberTripOnPlanChanged", planChanged(trip, 4, Instant.now().plusSeconds(7200)));

        assertThat(timers()).hasSize(2);
    }

    @Test
    void resolvesEverythingOfATripThatIsOver() {
        event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW));
        event("evaluateLatenessOnEtaChanged", Sample.eta(trip, 1200, NOW));
        event("raiseAlertOnPanicRaised", new CarrierEvent.PanicRaised(trip, trip, null, null, NOW));

        event("resolveAlertsOnTripCompleted", AlertFixture.completed(trip));

        assertThat(alerts(POSTGRES.database(), trip))
                .containsExactlyInAnyOrder("OFF_ROUTE RESOLVED 1 auto", "LATE_ARRIVAL RESOLVED 1 auto", "PANIC OPEN 1");
        assertThat(harness.emitted(AlertEvent.Resolved.TYPE).stream()
                        .filter(resolved -> resolved.subject().equals(trip) && resolved.auto()))
                .hasSize(2);
    }

    @Test // out of order: the trip is over, whatever comes late
    void opensNoAlertForATripThatIsOver() {
        event("resolveAlertsOnTripCancelled", new TripEvent.Cancelled(trip, null, "NOT_NEEDED", NOW));

        EventReply late = harness.event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW), 1);
        look();

        assertThat(late.result()).hasToString("IGNORED");
        assertThat(alerts(POSTGRES.database(), trip)).isEmpty();
    }

    @Test // a raise and the end at once leave nothing open
    void leavesNoOpenAlertWhenRaisesAndTheEndCross() {
        Stream<Runnable> raises = IntStream.range(0, 20)
                .mapToObj(i -> () -> event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW)));
        Runnable end = () -> event("resolveAlertsOnTripCompleted", AlertFixture.completed(trip));

        Stream.concat(raises, Stream.of(end)).toList().parallelStream().forEach(Runnable::run);

        assertThat(alerts(POSTGRES.database(), trip))
                .allSatisfy(line -> assertThat(line).contains("RESOLVED"));
    }

    private void look() {
        event("lookForLateDeparture", fired(OnTrip.LATE_DEPARTURE, trip));
    }

    private void event(String function, DomainEvent event) {
        assertThat(harness.event(function, event, 1).status()).as(function).isEqualTo(204);
    }

    private List<String> timers() {
        return POSTGRES.database()
                .texts(
                        "select kind || ' ' || status from eventing.timers where subject = ? and kind ="
                                + " 'alert.late-departure'",
                        trip);
    }

    private static Instant minutesAgo(long minutes) {
        return POSTGRES.database().rows("select extract(epoch from now())::bigint::text").stream()
                .map(row ->
                        Instant.ofEpochSecond(Long.parseLong(row.getFirst())).minus(minutes, ChronoUnit.MINUTES))
                .findFirst()
                .orElseThrow();
    }
}
