package by.belparcel.pickuppoints.model;

/** How full a point is said to be (domain pickup-points.md 2.3, rule 6). */
public enum FillLevel {
    NONE,
    WARNING,
    FULL;

    /** @param warnPercent from which share of the capacity on a warning is due */
    public static FillLevel of(int stock, int capacity, int warnPercent) {
        if (stock >= capacity) {
            return FULL;
        }
        return (long) stock * 100 >= (long) capacity * warnPercent ? WARNING : NONE;
    }
}
