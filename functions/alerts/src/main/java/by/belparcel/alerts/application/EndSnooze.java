package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.AlertState;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The snooze is over: SNOOZED → OPEN if the condition still holds, else RESOLVED. */
public final class EndSnooze implements EventHandler<PlatformEvent.TimerFired> {

    private final Alerts alerts;
    private final Conditions conditions;

    public EndSnooze(Alerts alerts, Conditions conditions) {
        this.alerts = alerts;
        this.conditions = conditions;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return alerts.lock(context.tx(), event.subject())
                .filter(alert -> over(alert, context.now()))
                .flatMap(alert -> conditions
                        .holds(context.tx(), alert)
                        .flatMap(holds -> holds ? wake(alert, context) : resolve(alert, context)))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    private static boolean over(Alert alert, Instant now) {
        Instant until = alert.care().snoozedUntil();
        return alert.state() == AlertState.SNOOZED && until != null && !until.isAfter(now);
    }

    private Mono<Handled> wake(Alert alert, EventContext context) {
        Alert woken = alert.woken().orElseThrow();
        AlertFacts.raised(woken, context.now(), context);
        return alerts.update(context.tx(), woken).then(Handled.applied());
    }

    private Mono<Handled> resolve(Alert alert, EventContext context) {
        Alert resolved = alert.resolvedByItself("CLEAR", context.now()).orElseThrow();
        AlertFacts.resolved(resolved, context.now(), context);
        return alerts.update(context.tx(), resolved).then(Handled.applied());
    }
}
