package by.belparcel.routing.distance;

import java.util.Collections;
import java.util.List;

/**
 * Figures for travel without a road network (domain delivery.md section 4).
 *
 * @param detour road metres for one metre of straight line
 * @param ruralKmh speed on long legs
 * @param urbanKmh speed on short legs
 * @param urbanUpToMetres the longest leg that counts as short, by road
 * @param speedByHour factor of the speed for each of the 24 hours of the day in Minsk
 */
public record GreatCircleSettings(
        double detour, double ruralKmh, double urbanKmh, double urbanUpToMetres, List<Double> speedByHour) {

    private static final int HOURS = 24;

    public static final GreatCircleSettings DEFAULT =
            new GreatCircleSettings(1.3, 45, 25, 10_000, Collections.nCopies(HOURS, 1.0));

    public GreatCircleSettings {
        speedByHour = List.copyOf(speedByHour);
        boolean speeds = speedByHour.size() == HOURS && speedByHour.stream().allMatch(factor -> factor > 0);
        if (!(detour >= 1) || !(ruralKmh > 0) || !(urbanKmh > 0) || !speeds) {
            throw new IllegalArgumentException("no way to travel so");
        }
    }
}
