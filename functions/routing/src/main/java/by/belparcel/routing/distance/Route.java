package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.geometry.Polyline6;
import java.util.List;

/**
 * A way through places.
 *
 * @param line the shape of the whole way, at least two points
 * @param legs one for each pair of neighbouring places
 */
public record Route(List<GeoPoint> line, List<Leg> legs, long metres, long seconds, Source source) {

    public Route {
        line = List.copyOf(line);
        legs = List.copyOf(legs);
    }

    /** The line in the encoding that clients read. */
    public String polyline6() {
        return Polyline6.encode(line);
    }

    Route from(Source other) {
        return new Route(line, legs, metres, seconds, other);
    }
}
