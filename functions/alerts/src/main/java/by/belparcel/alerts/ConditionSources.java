package by.belparcel.alerts;

import by.belparcel.alerts.application.OnCondition;
import by.belparcel.alerts.application.Readings;
import by.belparcel.alerts.application.Signal;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The events that make a condition true or clear. */
final class ConditionSources {

    private ConditionSources() {}

    static List<FunctionSpec> functions() {
        return List.of(
                condition(
                        "raiseAlertOnAssignmentExhausted",
                        AssignmentEvent.AssignmentExhausted.TYPE,
                        Readings::exhausted),
                condition("raiseAlertOnAssignmentExpired", AssignmentEvent.AssignmentExpired.TYPE, Readings::expired),
                condition("raiseAlertOnBreakdownReported", TripEvent.BreakdownReported.TYPE, Readings::breakdown),
                condition(
                        "clearAlertOnHandoverCompleted", AssignmentEvent.HandoverCompleted.TYPE, Readings::handedOver),
                condition("raiseAlertOnStopFailed", TripEvent.StopFailed.TYPE, Readings::stopFailed),
                condition("evaluateLatenessOnEtaChanged", TripEvent.EtaChanged.TYPE, Readings::eta),
                condition("clearAlertOnStopArrived", TripEvent.StopArrived.TYPE, Readings::stopArrived),
                condition("raiseAlertOnSignalLost", TrackingEvent.SignalLost.TYPE, Readings::signalLost),
                condition("clearAlertOnSignalRecovered", TrackingEvent.SignalRecovered.TYPE, Readings::signalRecovered),
                condition(
                        "raiseAlertOnDeviationStarted",
                        TrackingEvent.DeviationStarted.TYPE,
                        Readings::deviationStarted),
                condition("clearAlertOnDeviationEnded", TrackingEvent.DeviationEnded.TYPE, Readings::deviationEnded),
                condition("raiseAlertOnStoppageDetected", TrackingEvent.StoppageDetected.TYPE, Readings::stoppage),
                condition("clearAlertOnGeofenceEntered", TrackingEvent.GeofenceEntered.TYPE, Readings::geofence),
                condition("raiseAlertOnPanicRaised", CarrierEvent.PanicRaised.TYPE, Readings::panic),
                condition("raiseAlertOnPaymentUnknown", PaymentEvent.Unknown.TYPE, Readings::unknownPayment),
                condition("raiseAlertOnPaymentVoidFailed", PaymentEvent.VoidFailed.TYPE, Readings::voidFailed),
                condition("raiseAlertOnPaymentRefundFailed", PaymentEvent.RefundFailed.TYPE, Readings::refundFailed),
                condition("clearAlertOnPaymentVoided", PaymentEvent.Voided.TYPE, Readings::voided),
                condition("clearAlertOnPaymentRefunded", PaymentEvent.Refunded.TYPE, Readings::refunded),
                condition("raiseAlertOnExtraFound", PvzEvent.ExtraFound.TYPE, Readings::extraFound));
    }

    private static <E extends DomainEvent> FunctionSpec condition(
            String name, EventType<E> type, BiFunction<Readings, E, Optional<Signal>> reading) {
        return FunctionSpec.on(name, type, services -> {
            AlertsParts parts = new AlertsParts(services);
            Readings readings = new Readings(parts.terms());
            return new OnCondition<E>(event -> reading.apply(readings, event), parts.evaluation());
        });
    }
}
