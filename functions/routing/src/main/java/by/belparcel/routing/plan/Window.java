package by.belparcel.routing.plan;

/** When a stop may be served, in seconds on the {@link Timeline} of the plan. */
public record Window(double from, double to) {

    public static final Window ALWAYS = new Window(0, Double.POSITIVE_INFINITY);

    public Window {
        if (!(from <= to)) {
            throw new IllegalArgumentException("not a window: " + from + " to " + to);
        }
    }
}
