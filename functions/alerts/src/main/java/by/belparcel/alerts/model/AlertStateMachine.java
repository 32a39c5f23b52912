package by.belparcel.alerts.model;

import static by.belparcel.kernel.AlertState.ACKED;
import static by.belparcel.kernel.AlertState.OPEN;
import static by.belparcel.kernel.AlertState.RESOLVED;
import static by.belparcel.kernel.AlertState.SNOOZED;

import by.belparcel.kernel.AlertState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of allowed transitions (domain delivery.md section 7). Whatever is not in it is not allowed. */
public final class AlertStateMachine {

    private static final Map<AlertState, Map<AlertTrigger, AlertState>> TABLE = Map.of(
            OPEN,
            Map.of(
                    AlertTrigger.REPEAT, OPEN,
                    AlertTrigger.ACKNOWLEDGE, ACKED,
                    AlertTrigger.SNOOZE, SNOOZED,
                    AlertTrigger.RESOLVE, RESOLVED),
            ACKED,
            Map.of(AlertTrigger.REPEAT, ACKED, AlertTrigger.SNOOZE, SNOOZED, AlertTrigger.RESOLVE, RESOLVED),
            SNOOZED,
            Map.of(AlertTrigger.REPEAT, SNOOZED, AlertTrigger.WAKE, OPEN, AlertTrigger.RESOLVE, RESOLVED));

    private AlertStateMachine() {}

    /** Empty when the trigger is not allowed in this state. */
    public static Optional<AlertState> next(AlertState from, AlertTrigger trigger) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(trigger));
    }

    /** States in which the trigger is allowed, in the order of the vocabulary. */
    public static List<AlertState> sources(AlertTrigger trigger) {
        return Arrays.stream(AlertState.values())
                .filter(state -> next(state, trigger).isPresent())
                .toList();
    }
}
