package by.belparcel.alerts.application;

import by.belparcel.alerts.model.AlertTrigger;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.AlertState;
import reactor.core.publisher.Mono;

/** Any open state → RESOLVED by a person. When the condition is seen again, a new alert opens. */
public final class ResolveAlertHandler implements CommandHandler<ResolveAlert, AlertView> {

    private final AlertMove move;

    public ResolveAlertHandler(AlertMove move) {
        this.move = move;
    }

    @Override
    public Mono<Outcome<AlertView>> handle(ResolveAlert command, CommandContext context) {
        return move.move(
                context,
                command.expectedVersion(),
                AlertTrigger.RESOLVE,
                AlertState.RESOLVED,
                alert -> alert.resolved(context.principal().actor(), command.reason(), context.now()),
                resolved -> Mono.fromRunnable(() -> AlertFacts.resolved(resolved, context.now(), context)));
    }
}
