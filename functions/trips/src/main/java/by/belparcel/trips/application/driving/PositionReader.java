package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.Input;
import by.belparcel.kernel.GeoPoint;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Where the device says that it is: {@code lat} and {@code lng}, both or neither. */
final class PositionReader {

    private static final int MAX_LAT = 90;
    private static final int MAX_LNG = 180;

    private PositionReader() {}

    static @Nullable GeoPoint read(Input body) {
        OptionalDouble lat = read(body, "lat", MAX_LAT);
        OptionalDouble lng = read(body, "lng", MAX_LNG);
        if (body.has("lat") != body.has("lng")) {
            body.reject(body.has("lat") ? "lng" : "lat", "REQUIRED", "must come with the other one", null, null);
        }
        if (lat.isEmpty() || lng.isEmpty()) {
            return null;
        }
        if (!GeoPoint.isValid(lat.getAsDouble(), lng.getAsDouble())) {
            body.reject("lat", "RANGE", "(0, 0) is no position", null, null);
            return null;
        }
        return new GeoPoint(lat.getAsDouble(), lng.getAsDouble());
    }

    private static OptionalDouble read(Input body, String name, int max) {
        return body.raw(name)
                .map(node -> {
                    if (node.isNumber() && Math.abs(node.asDouble()) <= max) {
                        return OptionalDouble.of(node.asDouble());
                    }
                    body.reject(
                            name,
                            node.isNumber() ? "RANGE" : "TYPE",
                            "must be a number from -" + max + " to " + max,
                            "-" + max + ".." + max,
                            null);
                    return OptionalDouble.empty();
                })
                .orElseGet(OptionalDouble::empty);
    }
}
