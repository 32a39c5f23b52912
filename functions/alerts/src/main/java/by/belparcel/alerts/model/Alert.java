package by.belparcel.alerts.model;

import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that wants an operator's eye. Empty results mean that the change is not allowed in the present state.
 *
 * @param count how often the condition was seen
 * @param lastAt when it was last seen
 * @param version grows by one with each change
 */
public record Alert(
        String id,
        AlertKind kind,
        AlertSeverity severity,
        Subject subject,
        AlertState state,
        Instant openedAt,
        int count,
        Instant lastAt,
        Care care,
        long version) {

    public static Alert open(String id, AlertKind kind, Subject subject, Instant seenAt, Instant now) {
        return new Alert(id, kind, Severities.of(kind), subject, AlertState.OPEN, now, 1, seenAt, Care.NONE, 1);
    }

    public Optional<Alert> repeated(Instant at) {
        return next(AlertTrigger.REPEAT)
                .map(next -> new Alert(
                        id,
                        kind,
                        severity,
                        subject,
                        next,
                        openedAt,
                        count + 1,
                        at.isAfter(lastAt) ? at : lastAt,
                        care,
                        version + 1));
    }

    public Optional<Alert> acknowledged(String by, Instant at) {
        return next(AlertTrigger.ACKNOWLEDGE).map(next -> with(next, care.acknowledged(by, at)));
    }

    public Optional<Alert> snoozed(Instant until) {
        return next(AlertTrigger.SNOOZE).map(next -> with(next, care.snoozed(until)));
    }

    public Optional<Alert> woken() {
        return next(AlertTrigger.WAKE).map(next -> with(next, care.snoozed(null)));
    }

    public Optional<Alert> resolved(String by, String reason, Instant at) {
        return next(AlertTrigger.RESOLVE).map(next -> with(next, care.resolved(by, reason, at, false)));
    }

    /** The condition went by itself. */
    public Optional<Alert> resolvedByItself(String reason, Instant at) {
        return next(AlertTrigger.RESOLVE).map(next -> with(next, care.resolved("system", reason, at, true)));
    }

    private Alert with(AlertState next, Care changed) {
        return new Alert(id, kind, severity, subject, next, openedAt, count, lastAt, changed, version + 1);
    }

    private Optional<AlertState> next(AlertTrigger trigger) {
        return AlertStateMachine.next(state, trigger);
    }
}
