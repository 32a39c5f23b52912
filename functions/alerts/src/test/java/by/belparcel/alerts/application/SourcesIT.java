package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.alertOf;
import static by.belparcel.alerts.AlertFixture.alerts;
import static by.belparcel.alerts.AlertFixture.fired;
import static by.belparcel.alerts.AlertFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.alerts.AlertsFunctions;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.AlertEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;
    private final String subject = id();

    @BeforeEach
    void start() {
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @ParameterizedTest
    @CsvSource({
        "raiseAlertOnAssignmentExhausted, TRIP_UNASSIGNED, WARNING, trip",
        "raiseAlertOnAssignmentExpired, ASSIGNMENT_TIMEOUT, INFO, trip",
        "raiseAlertOnBreakdownReported, BREAKDOWN, CRITICAL, trip",
        "raiseAlertOnStopFailed, LATE_ARRIVAL, WARNING, stop",
        "evaluateLatenessOnEtaChanged, LATE_ARRIVAL, WARNING, trip",
        "raiseAlertOnSignalLost, GPS_LOST, WARNING, trip",
        "raiseAlertOnDeviationStarted, OFF_ROUTE, WARNING, trip",
        "raiseAlertOnStoppageDetected, STOPPAGE, WARNING, trip",
        "raiseAlertOnPanicRaised, PANIC, CRITICAL, carrier",
        "raiseAlertOnPaymentUnknown, PAYMENT_REFUND_STUCK, WARNING, authorization",
        "raiseAlertOnPaymentVoidFailed, PAYMENT_REFUND_STUCK, WARNING, payment",
        "raiseAlertOnPaymentRefundFailed, PAYMENT_REFUND_STUCK, WARNING, payment",
        "raiseAlertOnExtraFound, PARCEL_MISSING, WARNING, batch",
        "countParcelOnOrderMissing, PARCEL_MISSING, WARNING, order",
        "watchFillOnCapacityWarning, PVZ_CAPACITY, WARNING, pvz",
        "watchFillOnCapacityFull, PVZ_CAPACITY, WARNING, pvz",
        "raiseAlertOnStorageExpired, STORAGE_OVERDUE, WARNING, pvz_order",
        "countDeadLetterOnMessageDead, DLQ_NONEMPTY, WARNING, consumer",
        "countDeadLetterOnParked, DLQ_NONEMPTY, WARNING, consumer"
    })
    void raisesTheAlertOfTheEvent(String function, AlertKind kind, AlertSeverity severity, String subjectType) {
        event(function, sample(function));
        event(function, sample(function));

        assertThat(alerts(POSTGRES.database(), subject)).containsExactly(kind + " OPEN 2");
        assertThat(harness.emitted(AlertEvent.Raised.TYPE).stream()
                        .filter(raised -> raised.subject().startsWith(subject)))
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.kind()).isEqualTo(kind);
                    assertThat(raised.severity()).isEqualTo(severity);
                    assertThat(raised.subjectType()).isEqualTo(subjectType);
                    assertThat(raised.count()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "raiseAlertOnAssignmentExhausted, clearAlertsOnAssigned",
        "raiseAlertOnAssignmentExhausted, clearAlertsOnReassigned",
        "raiseAlertOnAssignmentExhausted, watchDepartureOnAssignmentConfirmed",
        "raiseAlertOnAssignmentExhausted, clearAlertsOnTripStarted",
        "raiseAlertOnAssignmentExpired, watchDepartureOnAssignmentConfirmed",
        "raiseAlertOnAssignmentExpired, clearAlertsOnReassigned",
        "raiseAlertOnBreakdownReported, clearAlertOnHandoverCompleted",
        "raiseAlertOnBreakdownReported, clearAlertsOnTripStarted",
        "raiseAlertOnSignalLost, clearAlertOnSignalRecovered",
        "raiseAlertOnDeviationStarted, clearAlertOnDeviationEnded",
        "raiseAlertOnStoppageDetected, clearAlertOnStopArrived",
        "raiseAlertOnStoppageDetected, clearAlertOnGeofenceEntered",
        "countParcelOnOrderMissing, countParcelOnOrderLost",
        "countParcelOnOrderMissing, followParcelOnPvzOrderAccepted",
        "raiseAlertOnStorageExpired, followParcelOnReturnedToCourier",
        "raiseAlertOnStorageExpired, clearAlertOnStorageExtended",
        "raiseAlertOnPaymentVoidFailed, clearAlertOnPaymentVoided",
        "raiseAlertOnPaymentRefundFailed, clearAlertOnPaymentRefunded"
    })
    void resolvesWhatTheEventEnds(String raise, String clear) {
        event(raise, sample(raise));

        event(clear, sample(clear));
        assertThat(alerts(POSTGRES.database(), subject))
                .singleElement()
                .asString()
                .contains(" OPEN 1");
        event("recheckAlert", fired(Evaluation.RECHECK, alertOf(POSTGRES.database(), subject)));

        assertThat(alerts(POSTGRES.database(), subject))
                .singleElement()
                .asString()
                .contains(" RESOLVED 1 auto");
    }

    @Test
    void leavesAnAlertOpenThatTheEventDoesNotEnd() {
        event("raiseAlertOnBreakdownReported", sample("raiseAlertOnBreakdownReported"));
        event("clearAlertOnHandoverCompleted", Sample.handover(subject, false));
        event("clearAlertsOnReassigned", Sample.reassigned(subject));
        event("recheckAlert", fired(Evaluation.RECHECK, alertOf(POSTGRES.database(), subject)));

        assertThat(alerts(POSTGRES.database(), subject)).containsExactly("BREAKDOWN OPEN 1");
    }

    @Test // thresholds: 15 min late, 10 min silent, a refund that needs a person
    void raisesNothingBelowItsThreshold() {
        event("evaluateLatenessOnEtaChanged", Sample.eta(subject, 900, NOW));
        event("raiseAlertOnSignalLost", new TrackingEvent.SignalLost(subject, NOW, 599, NOW));
        event(
                "raiseAlertOnPaymentRefundFailed",
                new PaymentEvent.RefundFailed(subject, id(), id(), "PROVIDER_ERROR", false, NOW));

        assertThat(alerts(POSTGRES.database(), subject)).isEmpty();
    }

    @Test
    void resolvesALateArrivalWhenTheTripCatchesUp() {
        event("evaluateLatenessOnEtaChanged", Sample.eta(subject, 1200, NOW));
        event("evaluateLatenessOnEtaChanged", Sample.eta(subject, 300, NOW.plusSeconds(60)));
        event("recheckAlert", fired(Evaluation.RECHECK, alertOf(POSTGRES.database(), subject)));

        assertThat(alerts(POSTGRES.database(), subject)).containsExactly("LATE_ARRIVAL RESOLVED 1 auto");
    }

    @Test
    void hasASampleOfEveryEventFunction() {
        assertThat(new AlertsFunctions()
                        .functions().stream()
                                .filter(FunctionSpec.Event.class::isInstance)
                                .map(FunctionSpec::name))
                .containsExactlyInAnyOrderElementsOf(EventFunctionsIT.functions()
                        .map(EventFunctionsIT.Arranged::function)
                        .toList());
    }

    private DomainEvent sample(String function) {
        return Stream.concat(Sample.raising().stream(), Sample.clearing().stream())
                .filter(sample -> sample.function().equals(function))
                .findFirst()
                .orElseThrow()
                .about(subject, NOW);
    }

    private void event(String function, DomainEvent event) {
        assertThat(harness.event(function, event, 1).status()).as(function).isEqualTo(204);
    }
}
