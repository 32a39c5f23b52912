package by.belparcel.kernel;

/**
 * A place on the WGS 84 sphere in decimal degrees (domain README 4.2).
 *
 * @param lat -90 to 90
 * @param lng -180 to 180
 */
public record GeoPoint(double lat, double lng) {

    private static final double EARTH_RADIUS_M = 6_371_008.8;

    public GeoPoint {
        if (!isValid(lat, lng)) {
            throw new IllegalArgumentException("not a place: " + lat + ", " + lng);
        }
    }

    /** In range, finite, and not (0, 0), which devices send when they know nothing. */
    public static boolean isValid(double lat, double lng) {
        return lat >= -90 && lat <= 90 && lng >= -180 && lng <= 180 && !(lat == 0 && lng == 0);
    }

    /** Great-circle distance in metres (haversine). */
    public double metresTo(GeoPoint other) {
        double sinLat = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double sinLng = Math.sin(Math.toRadians(other.lng - lng) / 2);
        double a =
                sinLat * sinLat + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * sinLng * sinLng;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
