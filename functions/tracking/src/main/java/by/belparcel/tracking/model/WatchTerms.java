package by.belparcel.tracking.model;

import java.time.Duration;

/**
 * When something is worth telling (domain delivery.md section 6).
 *
 * @param leftM farther from the way is off it
 * @param backM nearer is back on it
 * @param leftFixes so many fixes in a row are enough
 * @param leftFor or so long
 * @param standM within so much it stands
 * @param standFor for so long
 * @param fenceM so near is at a stop
 * @param fenceFor for so long
 */
public record WatchTerms(
        double leftM,
        double backM,
        int leftFixes,
        Duration leftFor,
        double standM,
        Duration standFor,
        double fenceM,
        Duration fenceFor) {

    public static final WatchTerms DEFAULT = new WatchTerms(
            500, 300, 3, Duration.ofMinutes(2), 100, Duration.ofMinutes(30), 150, Duration.ofSeconds(60));
}
