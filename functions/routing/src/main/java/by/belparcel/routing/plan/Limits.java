package by.belparcel.routing.plan;

/**
 * What a route may not exceed (domain delivery.md section 4).
 *
 * @param maxStops frozen ones included
 * @param maxDurationS from departure to the end of the last stop, waiting and service included
 * @param maxDrivingS of the legs only
 */
public record Limits(int maxStops, double maxDurationS, double maxDrivingS) {

    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** 12 stops and 9 h at the wheel. */
    public static final Limits DEFAULT = new Limits(12, Double.POSITIVE_INFINITY, 9 * 3600);
}
