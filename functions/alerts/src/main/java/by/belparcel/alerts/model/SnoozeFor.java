package by.belparcel.alerts.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long an alert may be quiet (domain delivery.md section 7). */
public enum SnoozeFor {
    QUARTER("15m"),
    HOUR("1h"),
    SHIFT("shift");

    private final String code;

    SnoozeFor(String code) {
        this.code = code;
    }

    public static Optional<SnoozeFor> of(String code) {
        for (SnoozeFor length : values()) {
            if (length.code.equals(code)) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }

    public Instant until(Instant now, Shifts shifts) {
        return switch (this) {
            case QUARTER -> now.plus(Duration.ofMinutes(15));
            case HOUR -> now.plus(Duration.ofHours(1));
            case SHIFT -> shifts.endAfter(now);
        };
    }
}
