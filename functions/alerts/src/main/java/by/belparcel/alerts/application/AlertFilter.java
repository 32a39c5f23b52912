package by.belparcel.alerts.application;

import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts to list; what is absent does not filter.
 *
 * @param subject id of the subject or of its trip
 * @param afterOpened with afterId the last row of the page before
 */
public record AlertFilter(
        @Nullable AlertState state,
        @Nullable AlertKind kind,
        @Nullable AlertSeverity severity,
        @Nullable String subject,
        @Nullable Instant afterOpened,
        @Nullable String afterId,
        int limit) {}
