package by.belparcel.routing.distance;

import by.belparcel.kernel.PlanQuality;

/**
 * Where a distance comes from; recorded with the plan that uses it.
 *
 * @param provider name of the implementation that answered
 * @param fallbackUsed whether the first choice did not answer
 */
public record Source(String provider, PlanQuality quality, boolean fallbackUsed) {

    /** The same distances, seen from behind a provider that failed: a road stays a road, but of second choice. */
    Source asFallback() {
        return new Source(provider, quality == PlanQuality.ROAD ? PlanQuality.ROAD_FALLBACK : quality, true);
    }
}
