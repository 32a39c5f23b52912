package by.belparcel.routing.plan;

/**
 * What a solution costs.
 *
 * @param perSecond of driving
 * @param perLateSecond when a window is missed; positive infinity makes windows hard: what would be late is left out
 */
public record Weights(double perMetre, double perSecond, double perLateSecond) {

    /** Windows as soft cost: being a minute late is worth 3 km (domain delivery.md section 4, planning 2). */
    public static final Weights DEFAULT = new Weights(1, 1, 50);

    /** Distance only, no delay at all. */
    public static final Weights DISTANCE = new Weights(1, 0, Double.POSITIVE_INFINITY);

    public boolean hardWindows() {
        return Double.isInfinite(perLateSecond);
    }
}
