package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.kernel.GeoPoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code lat} and {@code lng}, both or none, in decimal degrees with six digits (domain README 4.2). */
final class PositionReader {

    private static final double MICRO = 1_000_000;

    private PositionReader() {}

    static @Nullable GeoPoint read(Input body) {
        Optional<Double> lat = degrees(body, "lat", 90);
        Optional<Double> lng = degrees(body, "lng", 180);
        if (lat.isPresent() && lng.isPresent()) {
            if (GeoPoint.isValid(lat.get(), lng.get())) {
                return new GeoPoint(lat.get(), lng.get());
            }
            body.reject("lat", "RANGE", "latitude and longitude 0 are no position", null, null);
        } else if (body.has("lat") != body.has("lng")) {
            body.reject(body.has("lat") ? "lng" : "lat", "REQUIRED", "is required beside the other one", null, null);
        }
        return null;
    }

    private static Optional<Double> degrees(Input body, String name, int max) {
        Optional<JsonNode> node = body.raw(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!node.get().isNumber()) {
            body.reject(name, "TYPE", "must be a number", null, null);
            return Optional.empty();
        }
        double degrees = node.get().asDouble();
        if (!(Math.abs(degrees) <= max)) {
            body.reject(name, "RANGE", "must be from -" + max + " to " + max, "-" + max + ".." + max, null);
            return Optional.empty();
        }
        return Optional.of(Math.round(degrees * MICRO) / MICRO);
    }
}
