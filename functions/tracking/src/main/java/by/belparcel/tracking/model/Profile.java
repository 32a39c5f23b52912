package by.belparcel.tracking.model;

import java.time.Duration;

/**
 * Thresholds of the filter for one type of carrier (domain delivery.md section 6).
 *
 * @param future how far a device's clock may be ahead
 * @param skewLimit largest error of a clock that is corrected
 * @param skewSpread how far samples of the error may lie from their median
 * @param maxAge older fixes are refused
 * @param interval least time between two accepted fixes
 * @param accuracyM worse fixes are refused
 * @param lowAfter without a better fix for so long a bad one is taken
 * @param goodAccuracyM a jump is measured from a fix at least so good
 * @param speedMps faster is a jump
 * @param jumpM shorter is no jump
 * @param anchorSpan three consistent jumps over at least so long are the new truth
 * @param jitterM less is standing
 * @param jitterSpeedMps slower is standing
 * @param jitterFor a standing vehicle is stored so often
 */
public record Profile(
        Duration future,
        Duration skewLimit,
        Duration skewSpread,
        Duration maxAge,
        Duration interval,
        double accuracyM,
        Duration lowAfter,
        double goodAccuracyM,
        double speedMps,
        double jumpM,
        Duration anchorSpan,
        double jitterM,
        double jitterSpeedMps,
        Duration jitterFor) {

    public static final Profile DEFAULT = new Profile(
            Duration.ofSeconds(60),
            Duration.ofHours(12),
            Duration.ofSeconds(5),
            Duration.ofHours(24),
            Duration.ofSeconds(5),
            100,
            Duration.ofMinutes(5),
            50,
            45,
            200,
            Duration.ofSeconds(15),
            10,
            1,
            Duration.ofMinutes(5));
}
