package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.id;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.alerts.PointFixture;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An event function with an event of its type. @param event made for an id of the subject and a time */
record Sample(String function, BiFunction<String, Instant, DomainEvent> event) {

    DomainEvent about(String subject, Instant at) {
        return event.apply(subject, at);
    }

    static Sample of(String function, Function<String, DomainEvent> event) {
        return new Sample(function, (subject, at) -> event.apply(subject));
    }

    static List<Sample> raising() {
        return List.of(
                new Sample(
                        "raiseAlertOnAssignmentExhausted",
                        (s, at) -> new AssignmentEvent.AssignmentExhausted(s, 10, Map.of("OUT_OF_RADIUS", 3), at)),
                new Sample(
                        "raiseAlertOnAssignmentExpired",
                        (s, at) -> new AssignmentEvent.AssignmentExpired(s, id(), id(), at)),
                new Sample(
                        "raiseAlertOnBreakdownReported",
                        (s, at) -> new TripEvent.BreakdownReported(
                                s, id(), "ENGINE", false, null, null, "NONE", List.of(), at)),
                new Sample(
                        "raiseAlertOnStopFailed",
                        (s, at) -> new TripEvent.StopFailed(
                                s, 2, id(), at, null, null, List.of(), "PVZ_CLOSED", List.of(), at)),
                new Sample("evaluateLatenessOnEtaChanged", (s, at) -> eta(s, 901, at)),
                new Sample("raiseAlertOnSignalLost", (s, at) -> new TrackingEvent.SignalLost(s, at, 600, at)),
                new Sample("raiseAlertOnDeviationStarted", AlertFixture::offRoute),
                new Sample(
                        "raiseAlertOnStoppageDetected",
                        (s, at) -> new TrackingEvent.StoppageDetected(s, null, 1801, at)),
                new Sample("raiseAlertOnPanicRaised", (s, at) -> new CarrierEvent.PanicRaised(s, id(), null, null, at)),
                new Sample("raiseAlertOnPaymentUnknown", (s, at) -> new PaymentEvent.Unknown(s, id(), at, at)),
                new Sample(
                        "raiseAlertOnPaymentVoidFailed",
                        (s, at) -> new PaymentEvent.VoidFailed(s, id(), "ALREADY_CAPTURED", at)),
                new Sample(
                        "raiseAlertOnPaymentRefundFailed",
                        (s, at) -> new PaymentEvent.RefundFailed(s, id(), id(), "PROVIDER_ERROR", true, at)),
                new Sample("raiseAlertOnExtraFound", PointFixture::extra),
                new Sample("countParcelOnOrderMissing", (s, at) -> PointFixture.missing(s, 1, at)),
                new Sample("watchFillOnCapacityWarning", (s, at) -> PointFixture.nearlyFull(s, 9, 10, at)),
                new Sample("watchFillOnCapacityFull", (s, at) -> new PvzEvent.CapacityFull(s, 10, 10, at)),
                new Sample("raiseAlertOnStorageExpired", PointFixture::storageExpired),
                new Sample(
                        "countDeadLetterOnMessageDead",
                        (s, at) -> new PlatformEvent.MessageDead(id(), s, "t", "SCHEMA", "f", at)),
                new Sample(
                        "countDeadLetterOnParked",
                        (s, at) -> new PlatformEvent.MessageParked(id(), s, "t", "MANUAL", "f", at)));
    }

    static List<Sample> clearing() {
        return List.of(
                Sample.of("clearAlertOnHandoverCompleted", s -> handover(s, true)),
                Sample.of(
                        "clearAlertOnStopArrived",
                        s -> new TripEvent.StopArrived(s, 1, id(), NOW, null, null, List.of(), NOW)),
                Sample.of("clearAlertOnSignalRecovered", s -> new TrackingEvent.SignalRecovered(s, NOW, 700, NOW)),
                Sample.of("clearAlertOnDeviationEnded", s -> AlertFixture.onRoute(s, NOW)),
                Sample.of("clearAlertOnGeofenceEntered", s -> new TrackingEvent.GeofenceEntered(s, id(), 60, NOW)),
                Sample.of("clearAlertOnPaymentVoided", s -> new PaymentEvent.Voided(s, id(), NOW)),
                Sample.of(
                        "clearAlertOnPaymentRefunded",
                        s -> new PaymentEvent.Refunded(s, id(), id(), Money.byn(1), NOW, NOW)),
                Sample.of("countParcelOnOrderLost", s -> PointFixture.lost(s, null, NOW)),
                Sample.of("followParcelOnPvzOrderAccepted", s -> PointFixture.accepted(s, 1, id(), NOW)),
                Sample.of("followParcelOnReturnedToCourier", s -> PointFixture.returnedToCourier(s, id(), NOW)),
                Sample.of("clearAlertOnStorageExtended", s -> PointFixture.storageExtended(s, NOW)),
                Sample.of("rememberTripOnPlanned", s -> AlertFixture.planned(s, 1, NOW)),
                Sample.of("rememberTripOnPlanChanged", s -> AlertFixture.planChanged(s, 2, NOW)),
                Sample.of("clearAlertsOnAssigned", Sample::assigned),
                Sample.of("watchDepartureOnAssignmentConfirmed", AlertFixture::confirmed),
                Sample.of("clearAlertsOnReassigned", Sample::reassigned),
                Sample.of("clearAlertsOnTripStarted", s -> AlertFixture.started(s, NOW)),
                Sample.of("resolveAlertsOnTripCompleted", AlertFixture::completed),
                Sample.of("resolveAlertsOnTripCancelled", s -> new TripEvent.Cancelled(s, null, "NOT_NEEDED", NOW)),
                Sample.of(
                        "countDeadLetterOnDiscarded",
                        s -> new PlatformEvent.MessageDiscarded(id(), s, "t", "DISCARDED", "f", NOW)),
                Sample.of("countDeadLettersOnRedriveCompleted", s -> new PlatformEvent.RedriveCompleted(s, 1, 0, NOW)));
    }

    static TripEvent.EtaChanged eta(String trip, long lateS, Instant at) {
        return new TripEvent.EtaChanged(trip, 2, at, null, EtaQuality.HIGH, lateS, at);
    }

    static AssignmentEvent.HandoverCompleted handover(String trip, boolean full) {
        return new AssignmentEvent.HandoverCompleted(trip, List.of(), List.of(), full, NOW);
    }

    static AssignmentEvent.Assigned assigned(String trip) {
        return new AssignmentEvent.Assigned(
                trip, id(), 1, id(), AssignmentTrigger.INITIAL, NOW, List.of(), List.of(), NOW);
    }

    static AssignmentEvent.Reassigned reassigned(String trip) {
        return new AssignmentEvent.Reassigned(
                trip, trip, List.of(), null, id(), id(), AssignmentTrigger.MANUAL, "because", null, true, NOW, NOW);
    }
}
