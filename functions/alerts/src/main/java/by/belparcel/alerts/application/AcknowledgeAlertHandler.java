package by.belparcel.alerts.application;

import by.belparcel.alerts.model.AlertTrigger;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.AlertState;
import reactor.core.publisher.Mono;

/** OPEN → ACKED: somebody looks after it. */
public final class AcknowledgeAlertHandler implements CommandHandler<AcknowledgeAlert, AlertView> {

    private final AlertMove move;

    public AcknowledgeAlertHandler(AlertMove move) {
        this.move = move;
    }

    @Override
    public Mono<Outcome<AlertView>> handle(AcknowledgeAlert command, CommandContext context) {
        String by = context.principal().actor();
        return move.move(
                context,
                command.expectedVersion(),
                AlertTrigger.ACKNOWLEDGE,
                AlertState.ACKED,
                alert -> alert.acknowledged(by, context.now()),
                acked -> Mono.fromRunnable(() -> AlertFacts.acknowledged(acked, by, context.now(), context)));
    }
}
