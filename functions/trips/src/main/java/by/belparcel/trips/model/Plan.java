package by.belparcel.trips.model;

import by.belparcel.kernel.PlanQuality;
import java.time.Instant;

/**
 * The sum of a plan.
 *
 * @param version 1 for the first plan of a trip
 * @param durationS driving, waiting and service
 * @param provider where the distances come from
 */
public record Plan(
        int version, long distanceM, long durationS, String provider, PlanQuality quality, Instant plannedDeparture) {}
