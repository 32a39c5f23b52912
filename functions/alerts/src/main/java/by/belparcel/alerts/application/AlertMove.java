package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.AlertStateMachine;
import by.belparcel.alerts.model.AlertTrigger;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AlertState;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The common way of the commands: find, check, change, store. Repeating a command that has taken effect changes nothing. */
public final class AlertMove {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Alerts alerts;

    public AlertMove(Alerts alerts) {
        this.alerts = alerts;
    }

    /** A lower-case UUID; anything else refers to nothing. */
    static Optional<String> id(String variable) {
        return Optional.of(variable.toLowerCase(Locale.ROOT))
                .filter(id -> ID.matcher(id).matches());
    }

    /**
     * @param done state in which the command has taken effect before
     * @param change empty when it is not allowed
     * @param after facts and timers of the change
     */
    Mono<Outcome<AlertView>> move(
            CommandContext context,
            @Nullable Long expectedVersion,
            AlertTrigger trigger,
            @Nullable AlertState done,
            Function<Alert, Optional<Alert>> change,
            Function<Alert, Mono<Void>> after) {
        return id(context.parameters().variable("id"))
                .map(id -> alerts.lock(context.tx(), id))
                .orElseGet(Mono::empty)
                .flatMap(alert -> {
                    if (alert.state() == done) {
                        return Mono.just(Outcome.ok(AlertView.of(alert), alert.version()));
                    }
                    if (expectedVersion != null && expectedVersion != alert.version()) {
                        return Mono.just(Outcome.<AlertView>refused(Rejection.versionConflict(alert.version())));
                    }
                    return change.apply(alert)
                            .map(changed -> store(context, changed, after))
                            .orElseGet(() -> Mono.just(Outcome.refused(notAllowed(alert, trigger))));
                })
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ALERT"))));
    }

    private Mono<Outcome<AlertView>> store(CommandContext context, Alert changed, Function<Alert, Mono<Void>> after) {
        return alerts.update(context.tx(), changed)
                .then(after.apply(changed))
                .thenReturn(Outcome.ok(AlertView.of(changed), changed.version()));
    }

    private static Rejection notAllowed(Alert alert, AlertTrigger trigger) {
        return Rejection.invalidState(
                alert.state().name(),
                AlertStateMachine.sources(trigger).stream()
                        .map(AlertState::name)
                        .toList());
    }
}
