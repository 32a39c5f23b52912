package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AlertKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the events of other contexts say about conditions (domain events.md, column Consumers). */
public final class Readings {

    private final AlertTerms terms;

    public Readings(AlertTerms terms) {
        this.terms = terms;
    }

    public Optional<Signal> exhausted(AssignmentEvent.AssignmentExhausted event) {
        return trip(AlertKind.TRIP_UNASSIGNED, event.tripId(), event.at());
    }

    public Optional<Signal> expired(AssignmentEvent.AssignmentExpired event) {
        return trip(AlertKind.ASSIGNMENT_TIMEOUT, event.tripId(), event.at());
    }

    public Optional<Signal> breakdown(TripEvent.BreakdownReported event) {
        return trip(AlertKind.BREAKDOWN, event.tripId(), event.at());
    }

    /** The goods are aboard and the place is nobody's: a breakdown ends when somebody else has taken them all. */
    public Optional<Signal> handedOver(AssignmentEvent.HandoverCompleted event) {
        return event.full() ? clear(AlertKind.BREAKDOWN, event.tripId(), event.at()) : Optional.empty();
    }

    /** Nothing will arrive at this stop any more: the latest of all arrivals. */
    public Optional<Signal> stopFailed(TripEvent.StopFailed event) {
        return Optional.of(Signal.seen(AlertKind.LATE_ARRIVAL, Subject.stop(event.tripId(), event.seq()), event.at()));
    }

    /** An unknown arrival says nothing about lateness. */
    public Optional<Signal> eta(TripEvent.EtaChanged event) {
        if (event.etaAt() == null) {
            return Optional.empty();
        }
        return event.lateS() > terms.lateArrival().toSeconds()
                ? trip(AlertKind.LATE_ARRIVAL, event.tripId(), event.at())
                : clear(AlertKind.LATE_ARRIVAL, event.tripId(), event.at());
    }

    public Optional<Signal> stopArrived(TripEvent.StopArrived event) {
        return clear(AlertKind.STOPPAGE, event.tripId(), event.at());
    }

    public Optional<Signal> signalLost(TrackingEvent.SignalLost event) {
        return event.seconds() >= terms.gpsLost().toSeconds()
                ? trip(AlertKind.GPS_LOST, event.tripId(), event.at())
                : Optional.empty();
    }

    public Optional<Signal> signalRecovered(TrackingEvent.SignalRecovered event) {
        return clear(AlertKind.GPS_LOST, event.tripId(), event.at());
    }

    public Optional<Signal> deviationStarted(TrackingEvent.DeviationStarted event) {
        return trip(AlertKind.OFF_ROUTE, event.tripId(), event.at());
    }

    public Optional<Signal> deviationEnded(TrackingEvent.DeviationEnded event) {
        return clear(AlertKind.OFF_ROUTE, event.tripId(), event.at());
    }

    public Optional<Signal> stoppage(TrackingEvent.StoppageDetected event) {
        return trip(AlertKind.STOPPAGE, event.tripId(), event.at());
    }

    public Optional<Signal> geofence(TrackingEvent.GeofenceEntered event) {
        return clear(AlertKind.STOPPAGE, event.tripId(), event.at());
    }

    /** About the person, not the trip: only a person ends it. */
    public Optional<Signal> panic(CarrierEvent.PanicRaised event) {
        return Optional.of(Signal.seen(AlertKind.PANIC, Subject.of("carrier", event.carrierId()), event.at()));
    }

    /** Payments asks the provider again by itself; when it stops saying so, the payment is settled. */
    public Optional<Signal> unknownPayment(PaymentEvent.Unknown event) {
        Instant next = event.nextCheckAt() == null ? event.at() : event.nextCheckAt();
        Duration hold = Duration.between(event.at(), next).plus(terms.unknownPayment());
        return Optional.of(new Signal(
                true,
                AlertKind.PAYMENT_REFUND_STUCK,
                Subject.of("authorization", event.paymentId()),
                event.at(),
                hold));
    }

    public Optional<Signal> voidFailed(PaymentEvent.VoidFailed event) {
        return Optional.of(stuck(true, event.paymentId(), event.at()));
    }

    /** Retried by itself until it needs a person. */
    public Optional<Signal> refundFailed(PaymentEvent.RefundFailed event) {
        return event.manual() ? Optional.of(stuck(true, event.paymentId(), event.at())) : Optional.empty();
    }

    public Optional<Signal> voided(PaymentEvent.Voided event) {
        return Optional.of(stuck(false, event.paymentId(), event.at()));
    }

    public Optional<Signal> refunded(PaymentEvent.Refunded event) {
        return Optional.of(stuck(false, event.paymentId(), event.at()));
    }

    /** Somewhere else it is missing. Which label it has, is for people to find out. */
    public Optional<Signal> extraFound(PvzEvent.ExtraFound event) {
        return Optional.of(Signal.seen(AlertKind.PARCEL_MISSING, Subject.of("batch", event.batchId()), event.at()));
    }

    private static Signal stuck(boolean seen, String paymentId, Instant at) {
        return new Signal(seen, AlertKind.PAYMENT_REFUND_STUCK, Subject.of("payment", paymentId), at, null);
    }

    private static Optional<Signal> trip(AlertKind kind, String tripId, Instant at) {
        return Optional.of(Signal.seen(kind, Subject.trip(tripId), at));
    }

    private static Optional<Signal> clear(AlertKind kind, String tripId, Instant at) {
        return Optional.of(Signal.clear(kind, Subject.trip(tripId), at));
    }
}
