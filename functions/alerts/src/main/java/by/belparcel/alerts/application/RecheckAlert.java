package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import reactor.core.publisher.Mono;

/** The second evaluation: an alert whose condition is still clear resolves by itself. */
public final class RecheckAlert implements EventHandler<PlatformEvent.TimerFired> {

    private final Alerts alerts;
    private final Conditions conditions;
    private final Evaluation evaluation;

    public RecheckAlert(Alerts alerts, Conditions conditions, Evaluation evaluation) {
        this.alerts = alerts;
        this.conditions = conditions;
        this.evaluation = evaluation;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return conditions
                .expired(context.tx(), event.subject(), context.now())
                .flatMap(expired -> expired
                        ? evaluation.recheck(event.subject(), context).then(Handled.applied())
                        : alerts.lock(context.tx(), event.subject())
                                .flatMap(alert -> evaluate(alert, context))
                                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE)));
    }

    private Mono<Handled> evaluate(Alert alert, EventContext context) {
        return conditions
                .holds(context.tx(), alert)
                .flatMap(holds -> holds
                        ? Handled.ignored(Handled.Reason.STATE)
                        : alert.resolvedByItself("CLEAR", context.now())
                                .map(resolved -> resolve(resolved, context))
                                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE)));
    }

    private Mono<Handled> resolve(Alert resolved, EventContext context) {
        AlertFacts.resolved(resolved, context.now(), context);
        return alerts.update(context.tx(), resolved).then(Handled.applied());
    }
}
