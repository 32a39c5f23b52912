package by.belparcel.tracking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a fix comes.
 *
 * @param carrierActive false also for a carrier that nobody knows
 * @param timeScale how much faster than life a simulated carrier drives; 1 = a real one
 * @param duplicate whether this fix was judged before
 * @param drivingSince since when the carrier drives the trip; null = no trip in transit at that time
 * @param current whether that trip is still in transit and still this carrier's
 * @param latest the trip's last position, also of another carrier
 * @param before device time of the nearest fix of the track before this one
 * @param after the same after this one
 * @param goodBefore the nearest one before that is good enough to measure a jump from
 * @param goodAfter the same after this one
 * @param fineAt device time of the nearest one before that had HIGH quality
 * @param skew seconds that the last clocks were behind (negative: ahead), oldest first; only while they are ahead
 * @param candidates last jumps, oldest first
 */
public record Situation(
        boolean carrierActive,
        int timeScale,
        boolean duplicate,
        @Nullable Instant drivingSince,
        boolean current,
        @Nullable Latest latest,
        @Nullable Instant before,
        @Nullable Instant after,
        @Nullable Spot goodBefore,
        @Nullable Spot goodAfter,
        @Nullable Instant fineAt,
        List<Long> skew,
        List<Fix> candidates) {

    public Situation {
        skew = List.copyOf(skew);
        candidates = List.copyOf(candidates);
    }

    /** The last position, when it is this carrier's. */
    @Nullable
    Latest latestOf(String carrierId) {
        Latest found = latest;
        return found != null && found.carrierId().equals(carrierId) ? found : null;
    }

    /** A minimum interval as a simulated carrier lives it. */
    Duration scaled(Duration interval) {
        return interval.dividedBy(timeScale);
    }
}
