package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.alerts.PointFixture;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event function of alerts keeps the contract: duplicates, crashes, cancellation, unreadable and redriven events. */
@ParameterizedClass
@MethodSource("functions")
class EventFunctionsIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private final FunctionHarness harness = AlertFixture.harness(POSTGRES.database());
    private final Arranged arranged;

    /** @param arrange makes the state in which the event has an effect */
    record Arranged(String function, Function<FunctionHarness, DomainEvent> arrange) {

        @Override
        public String toString() {
            return function;
        }
    }

    EventFunctionsIT(Arranged arranged) {
        this.arranged = arranged;
    }

    static Stream<Arranged> functions() {
        Stream<Arranged> sources = Stream.concat(Sample.raising().stream(), Sample.clearing().stream())
                .map(sample -> new Arranged(sample.function(), harness -> sample.about(AlertFixture.id(), NOW)));
        Stream<Arranged> timers = Stream.of(
                new Arranged("lookForLateDeparture", EventFunctionsIT::aLateTrip),
                new Arranged("recheckAlert", EventFunctionsIT::aClearAlert),
                new Arranged("endSnooze", EventFunctionsIT::aSnoozedAlert),
                new Arranged(
                        "followParcelOnPvzOrderIssued",
                        harness -> PointFixture.issued(aFullPoint(harness), NOW.plusSeconds(1))),
                new Arranged(
                        "followParcelOnReturnedByClient",
                        harness -> PointFixture.returnedByClient(aFullPoint(harness), NOW.plusSeconds(1))));
        return Stream.concat(sources, timers);
    }

    private static String aFullPoint(FunctionHarness harness) {
        String pvz = AlertFixture.id();
        harness.event("watchFillOnCapacityWarning", PointFixture.nearlyFull(pvz, 9, 10, NOW), 1);
        return pvz;
    }

    private static DomainEvent aLateTrip(FunctionHarness harness) {
        String trip = AlertFixture.id();
        harness.event("rememberTripOnPlanned", AlertFixture.planned(trip, 1, NOW.minusSeconds(86_400)), 1);
        return AlertFixture.fired(OnTrip.LATE_DEPARTURE, trip);
    }

    private static DomainEvent aClearAlert(FunctionHarness harness) {
        String trip = AlertFixture.id();
        harness.event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW), 1);
        harness.event("clearAlertOnDeviationEnded", AlertFixture.onRoute(trip, NOW), 2);
        return AlertFixture.fired(Evaluation.RECHECK, AlertFixture.alertOf(harness.database(), trip));
    }

    private static DomainEvent aSnoozedAlert(FunctionHarness harness) {
        String alert = AlertFixture.anAlert(harness);
        harness.database()
                .execute("update alerts.alerts set state = 'SNOOZED', snoozed_until = now() where id = ?::uuid", alert);
        return AlertFixture.fired(SnoozeAlertHandler.SNOOZE_END, alert);
    }

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return arranged.function();
    }

    @Override
    protected DomainEvent arrange() {
        return arranged.arrange().apply(harness);
    }
}
