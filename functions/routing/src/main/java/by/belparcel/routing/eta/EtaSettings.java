package by.belparcel.routing.eta;

import java.time.Duration;

/**
 * Figures of the arrival times (domain delivery.md section 4).
 *
 * @param fresh a younger fix may give HIGH
 * @param stale an older fix gives LOW
 * @param sample how far the actual speed is looked back for
 * @param minFactor and {@code maxFactor} bound actual speed by planned speed
 * @param change a smaller change is not told
 * @param offRouteMetres farther from the line the snapped progress says little
 */
public record EtaSettings(
        Duration fresh,
        Duration stale,
        Duration sample,
        double minFactor,
        double maxFactor,
        Duration change,
        double offRouteMetres) {

    public static final EtaSettings DEFAULT = new EtaSettings(
            Duration.ofSeconds(90),
            Duration.ofSeconds(300),
            Duration.ofMinutes(20),
            0.5,
            1.5,
            Duration.ofMinutes(5),
            500);
}
