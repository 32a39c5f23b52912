package by.belparcel.routing.distance;

/** The way from one place to another. */
public record Leg(long metres, long seconds) {

    public Leg {
        if (metres < 0 || seconds < 0) {
            throw new IllegalArgumentException("a leg is not negative: " + metres + " m, " + seconds + " s");
        }
    }
}
