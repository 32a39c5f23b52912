package by.belparcel.tracking.stream.model;

import java.util.Optional;

/** A part of the map, degrees of WGS 84. */
public record Bbox(double minLng, double minLat, double maxLng, double maxLat) {

    private static final int NUMBERS = 4;

    /** Reads {@code min_lng,min_lat,max_lng,max_lat}; empty when it is no box. */
    public static Optional<Bbox> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != NUMBERS) {
            return Optional.empty();
        }
        try {
            return of(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static Optional<Bbox> of(double minLng, double minLat, double maxLng, double maxLat) {
        boolean valid = minLng >= -180 && maxLng <= 180 && minLat >= -90 && maxLat <= 90;
        return valid && minLng <= maxLng && minLat <= maxLat
                ? Optional.of(new Bbox(minLng, minLat, maxLng, maxLat))
                : Optional.empty();
    }

    public boolean contains(FeedRow.Point point) {
        return point.lng() >= minLng && point.lng() <= maxLng && point.lat() >= minLat && point.lat() <= maxLat;
    }
}
