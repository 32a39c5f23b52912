package by.belparcel.pricing.rules;

/** Great-circle distances between places in degrees. */
public final class Distance {

    private static final double EARTH_KM = 6371.0088;

    private Distance() {}

    /** Haversine distance, rounded up to whole km; StrictMath, so that every machine computes the same zone. */
    public static int km(double lat1, double lng1, double lat2, double lng2) {
        double dLat = StrictMath.toRadians(lat2 - lat1);
        double dLng = StrictMath.toRadians(lng2 - lng1);
        double a = square(StrictMath.sin(dLat / 2))
                + StrictMath.cos(StrictMath.toRadians(lat1))
                        * StrictMath.cos(StrictMath.toRadians(lat2))
                        * square(StrictMath.sin(dLng / 2));
        return (int) StrictMath.ceil(2 * EARTH_KM * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(a))));
    }

    private static double square(double x) {
        return x * x;
    }
}
