package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * How far places lie apart by road (domain delivery.md section 4). A technical failure is an error signal; a pair without a
 * way is an empty cell of the matrix, or {@link NoRouteException} for a route.
 */
public interface DistanceProvider {

    /** Metres and seconds of every pair; any number of places. */
    Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions);

    /** The way through at least two places in the given order. */
    Mono<Route> route(List<GeoPoint> via, Conditions conditions);

    /** The nearest place on a road. */
    Mono<Snap> nearest(GeoPoint point, Conditions conditions);

    /** What an answer would be worth now. */
    PlanQuality quality();
}
