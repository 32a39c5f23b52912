package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A confirmed trip should have left by now. The timer of a departure that was moved meanwhile says nothing. */
public final class LookForLateDeparture implements EventHandler<PlatformEvent.TimerFired> {

    private final Trips trips;
    private final Evaluation evaluation;
    private final AlertTerms terms;

    public LookForLateDeparture(Trips trips, Evaluation evaluation, AlertTerms terms) {
        this.trips = trips;
        this.evaluation = evaluation;
        this.terms = terms;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return trips.note(context.tx(), TripNote.nothing(event.subject(), context.now()))
                .flatMap(trip -> late(trip, context.now())
                        ? evaluation.seen(
                                Signal.seen(AlertKind.LATE_DEPARTURE, Subject.trip(event.subject()), context.now()),
                                context)
                        : Handled.ignored(Handled.Reason.STATE));
    }

    private boolean late(TripFacts trip, Instant now) {
        Instant departure = trip.plannedDeparture();
        return departure != null
                && trip.awaitsDeparture()
                && !departure.plus(terms.lateDeparture()).isAfter(now);
    }
}
