package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.AlertTrigger;
import by.belparcel.alerts.model.Shifts;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** OPEN or ACKED → SNOOZED; a timer looks again afterwards. */
public final class SnoozeAlertHandler implements CommandHandler<SnoozeAlert, AlertView> {

    /** Kind of the timer that ends a snooze. */
    public static final String SNOOZE_END = "alert.snooze-end";

    private final AlertMove move;
    private final Shifts shifts;

    public SnoozeAlertHandler(AlertMove move, Shifts shifts) {
        this.move = move;
        this.shifts = shifts;
    }

    @Override
    public Mono<Outcome<AlertView>> handle(SnoozeAlert command, CommandContext context) {
        Instant until = command.length().until(context.now(), shifts);
        return move.move(
                context,
                command.expectedVersion(),
                AlertTrigger.SNOOZE,
                null,
                alert -> alert.snoozed(until),
                snoozed -> announce(snoozed, until, context));
    }

    private static Mono<Void> announce(Alert snoozed, Instant until, CommandContext context) {
        AlertFacts.snoozed(snoozed, context.principal().actor(), until, context.now(), context);
        return context.timers()
                .set(
                        SNOOZE_END,
                        snoozed.id(),
                        snoozed.id() + ':' + snoozed.version(),
                        Duration.between(context.now(), until));
    }
}
