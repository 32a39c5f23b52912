package by.belparcel.routing.distance;

/** A range of latitudes and longitudes in degrees. */
public record Box(double south, double north, double west, double east) {

    private static final double TOLERANCE = 0.1;

    /** The country, and a little around it, because roads near the border may leave it. */
    public static final Box BELARUS = new Box(51.2 - TOLERANCE, 56.2 + TOLERANCE, 23.1 - TOLERANCE, 32.8 + TOLERANCE);

    /** False for NaN. */
    public boolean contains(double lat, double lng) {
        return lat >= south && lat <= north && lng >= west && lng <= east;
    }
}
