package by.belparcel.alerts.model;

import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;

/** How urgent each kind is: somebody may be in danger, somebody should look, somebody may want to know. */
public final class Severities {

    private Severities() {}

    public static AlertSeverity of(AlertKind kind) {
        return switch (kind) {
            case PANIC, BREAKDOWN -> AlertSeverity.CRITICAL;
            case ASSIGNMENT_TIMEOUT -> AlertSeverity.INFO;
            default -> AlertSeverity.WARNING;
        };
    }
}
