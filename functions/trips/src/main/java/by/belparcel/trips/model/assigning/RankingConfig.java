package by.belparcel.trips.model.assigning;

import java.time.Duration;

/**
 * Numbers of the ranking; the defaults are those of domain delivery.md section 5.
 *
 * @param contactMax how long a carrier counts as online without a sign of life
 * @param refusalMemory how long a carrier that refused the trip is left alone with it
 * @param drivingMax driving time of a shift
 * @param roadFactor road distance over great-circle distance
 */
public record RankingConfig(
        Weights weights,
        Duration contactMax,
        Duration refusalMemory,
        Duration drivingMax,
        Duration proximityHorizon,
        int sparePercent,
        double roadFactor,
        int urbanM,
        int urbanKmh,
        int ruralKmh) {

    /** Points of each part of the score; their sum is the best score. */
    public record Weights(
            double proximity, double capacity, double onShift, double reliability, double fairness, double home) {}

    public static RankingConfig defaults() {
        return new RankingConfig(
                new Weights(40, 15, 15, 15, 10, 5),
                Duration.ofHours(1),
                Duration.ofHours(12),
                Duration.ofHours(9),
                Duration.ofHours(1),
                15,
                1.3,
                10_000,
                25,
                45);
    }

    /** Seconds on the road over this great-circle distance. */
    long seconds(double metres) {
        double road = metres * roadFactor;
        int kmh = road <= urbanM ? urbanKmh : ruralKmh;
        return Math.round(road * 3.6 / kmh);
    }
}
