package by.belparcel.kernel;

/**
 * Outer size of a parcel.
 *
 * @param l length in mm
 * @param w width in mm
 * @param h height in mm
 */
public record Dimensions(int l, int w, int h) {

    public static final int MAX_SIDE_MM = 3_000;
    public static final int MAX_SUM_MM = 4_500;

    /** Volume taken when a parcel has no dimensions, in cm³. */
    public static final long DEFAULT_VOLUME_CM3 = 5_000;

    /** Volume in cm³, rounded up. */
    public long volumeCm3() {
        long mm3 = (long) l * w * h;
        return (mm3 + 999) / 1_000;
    }

    public int sum() {
        return l + w + h;
    }

    public int longest() {
        return Math.max(l, Math.max(w, h));
    }
}
