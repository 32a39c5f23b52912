package by.belparcel.alerts.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param plannedDeparture absent while the plan has not arrived */
public record TripFacts(@Nullable Instant plannedDeparture, boolean confirmed, boolean started, boolean over) {

    /** Whether it should leave and has not left yet. */
    boolean awaitsDeparture() {
        return !started && !over;
    }
}
