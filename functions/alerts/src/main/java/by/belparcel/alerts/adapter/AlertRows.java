package by.belparcel.alerts.adapter;

import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.Care;
import by.belparcel.alerts.model.Subject;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;

/** Maps rows of {@code alerts.alerts}. */
final class AlertRows {

    private AlertRows() {}

    static Alert alert(Readable row) {
        return new Alert(
                text(row, "id"),
                AlertKind.valueOf(text(row, "kind")),
                AlertSeverity.valueOf(text(row, "severity")),
                new Subject(text(row, "subject_type"), text(row, "subject_id"), row.get("trip_id", String.class)),
                AlertState.valueOf(text(row, "state")),
                time(row, "opened_at"),
                Objects.requireNonNull(row.get("count", Integer.class)),
                time(row, "last_at"),
                new Care(
                        row.get("acked_by", String.class),
                        row.get("acked_at", Instant.class),
                        row.get("snoozed_until", Instant.class),
                        row.get("resolved_by", String.class),
                        row.get("resolved_at", Instant.class),
                        row.get("resolve_reason", String.class),
                        yes(row, "auto_resolved")),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    static boolean yes(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
