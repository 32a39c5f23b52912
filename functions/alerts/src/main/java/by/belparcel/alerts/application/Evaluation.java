package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Evaluates conditions. A seen condition opens the one alert of its subject or is counted there. A clear one is the first of two
 * evaluations: the timer {@code alert.recheck} makes the second, and only then the alert resolves by itself.
 */
public final class Evaluation {

    /** Kind of the timer that evaluates a clear condition a second time. */
    public static final String RECHECK = "alert.recheck";

    private final Alerts alerts;
    private final Conditions conditions;
    private final Trips trips;
    private final AlertTerms terms;

    public Evaluation(Alerts alerts, Conditions conditions, Trips trips, AlertTerms terms) {
        this.alerts = alerts;
        this.conditions = conditions;
        this.trips = trips;
        this.terms = terms;
    }

    /** IGNORED when the trip is over, or when the condition was clear later than this. */
    Mono<Handled> seen(Signal signal, EventContext context) {
        return alive(signal.subject(), context)
                .flatMap(alive -> alive ? note(signal, context) : Handled.ignored(Handled.Reason.STATE));
    }

    Mono<Handled> clear(List<Signal> signals, EventContext context) {
        return conditions
                .cleared(context.tx(), signals)
                .flatMapMany(Flux::fromIterable)
                .concatMap(alertId -> recheck(alertId, context))
                .then(Handled.applied());
    }

    Mono<Void> recheck(String alertId, EventContext context) {
        return context.timers()
                .set(RECHECK, alertId, alertId + ':' + context.event().id(), terms.recheck());
    }

    private Mono<Boolean> alive(Subject subject, EventContext context) {
        return subject.tripId() == null
                ? Mono.just(true)
                : trips.note(context.tx(), TripNote.nothing(subject.tripId(), context.now()))
                        .map(trip -> !trip.over());
    }

    private Mono<Handled> note(Signal signal, EventContext context) {
        Instant expires = signal.hold() == null ? null : context.now().plus(signal.hold());
        return conditions
                .seen(context.tx(), signal, expires)
                .flatMap(fresh ->
                        fresh ? count(signal, context).then(Handled.applied()) : Handled.ignored(Handled.Reason.STALE));
    }

    private Mono<Void> count(Signal signal, EventContext context) {
        return alerts.lockOpen(context.tx(), signal.kind(), signal.subject())
                .flatMap(open -> repeat(open, signal, context))
                .switchIfEmpty(Mono.defer(() -> open(signal, context)))
                .flatMap(alertId -> signal.hold() == null
                        ? Mono.<Void>empty()
                        : context.timers()
                                .set(
                                        RECHECK,
                                        alertId,
                                        alertId + ':' + context.event().id(),
                                        signal.hold()));
    }

    private Mono<String> repeat(Alert open, Signal signal, EventContext context) {
        Alert repeated = open.repeated(signal.at()).orElseThrow();
        return alerts.update(context.tx(), repeated).thenReturn(repeated.id());
    }

    private Mono<String> open(Signal signal, EventContext context) {
        Alert alert = Alert.open(context.newId(), signal.kind(), signal.subject(), signal.at(), context.now());
        AlertFacts.raised(alert, context.now(), context);
        return alerts.insert(context.tx(), alert).thenReturn(alert.id());
    }
}
