package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.Care;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as staff see it. */
public record AlertView(
        String id,
        AlertKind kind,
        AlertSeverity severity,
        String subjectType,
        String subjectId,
        @Nullable String tripId,
        AlertState state,
        Instant openedAt,
        int count,
        Instant lastAt,
        @Nullable String ackedBy,
        @Nullable Instant ackedAt,
        @Nullable Instant snoozedUntil,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolveReason,
        boolean autoResolved,
        long version) {

    static AlertView of(Alert a) {
        Care care = a.care();
        return new AlertView(
                a.id(),
                a.kind(),
                a.severity(),
                a.subject().type(),
                a.subject().id(),
                a.subject().tripId(),
                a.state(),
                a.openedAt(),
                a.count(),
                a.lastAt(),
                care.ackedBy(),
                care.ackedAt(),
                care.snoozedUntil(),
                care.resolvedBy(),
                care.resolvedAt(),
                care.resolveReason(),
                care.autoResolved(),
                a.version());
    }
}
