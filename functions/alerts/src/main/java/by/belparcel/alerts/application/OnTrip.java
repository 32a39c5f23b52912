package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.AlertKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Follows the course of a trip: its end ends its alerts, a confirmed departure is watched, progress clears conditions. */
public final class OnTrip<E extends DomainEvent> implements EventHandler<E> {

    /** Kind of the timer that looks whether a trip has left. */
    public static final String LATE_DEPARTURE = "alert.late-departure";

    private final Function<E, TripNote> reading;
    private final Trips trips;
    private final Alerts alerts;
    private final Evaluation evaluation;
    private final AlertTerms terms;

    public OnTrip(Function<E, TripNote> reading, Trips trips, Alerts alerts, Evaluation evaluation, AlertTerms terms) {
        this.reading = reading;
        this.trips = trips;
        this.alerts = alerts;
        this.evaluation = evaluation;
        this.terms = terms;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        TripNote note = reading.apply(event);
        return trips.note(context.tx(), note)
                .flatMap(trip -> note.over()
                        ? end(note, context)
                        : watch(note, trip, context).then(clear(note, trip, context)));
    }

    /** A trip that is over fulfils no condition: both evaluations are made. */
    private Mono<Handled> end(TripNote note, EventContext context) {
        return alerts.resolveTrip(context.tx(), note.tripId(), "TRIP_OVER", context.now())
                .doOnNext(resolved -> resolved.forEach(alert -> AlertFacts.resolved(alert, context.now(), context)))
                .then(Handled.applied());
    }

    /** A timer for each departure that a carrier has confirmed; whether it still counts is looked up when it fires. */
    private Mono<Void> watch(TripNote note, TripFacts trip, EventContext context) {
        Instant departure = trip.plannedDeparture();
        boolean news = note.confirmed() || note.plannedDeparture() != null;
        if (!news || departure == null || !trip.confirmed() || !trip.awaitsDeparture()) {
            return Mono.empty();
        }
        Duration delay = Duration.between(context.now(), departure.plus(terms.lateDeparture()));
        return context.timers()
                .set(
                        LATE_DEPARTURE,
                        note.tripId(),
                        note.tripId() + ':' + departure.toEpochMilli(),
                        delay.isNegative() ? Duration.ZERO : delay);
    }

    private Mono<Handled> clear(TripNote note, TripFacts trip, EventContext context) {
        Subject subject = Subject.trip(note.tripId());
        List<Signal> signals = new ArrayList<>(note.clears().stream()
                .sorted()
                .map(kind -> Signal.clear(kind, subject, note.at()))
                .toList());
        if (isPutOff(note, trip, context.now())) {
            // As of now, like the look that saw it late.
            signals.add(Signal.clear(AlertKind.LATE_DEPARTURE, subject, context.now()));
        }
        return signals.isEmpty() ? Handled.applied() : evaluation.clear(signals, context);
    }

    /** Whether a new plan that counts lets the trip leave later than now. */
    private boolean isPutOff(TripNote note, TripFacts trip, Instant now) {
        Instant departure = note.plannedDeparture();
        Long version = note.planVersion();
        return departure != null
                && version != null
                && version > 1
                && departure.equals(trip.plannedDeparture())
                && departure.plus(terms.lateDeparture()).isAfter(now);
    }
}
