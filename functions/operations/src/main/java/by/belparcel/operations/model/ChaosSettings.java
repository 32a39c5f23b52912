package by.belparcel.operations.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the chaos knob stands (domain operations section 4). Percentages of 0 switch a fault off. */
public record ChaosSettings(
        int relayDropPercent,
        int consumerFailPercent,
        int duplicatePercent,
        int delayMs,
        @Nullable Instant expiresAt) {

    public static final ChaosSettings OFF = new ChaosSettings(0, 0, 0, 0, null);
}
