package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import java.util.List;

/** What a route goes through. */
final class Via {

    private Via() {}

    static void check(List<GeoPoint> via) {
        if (via.size() < 2) {
            throw new IllegalArgumentException("a route needs two places");
        }
    }
}
