package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.util.List;
import reactor.core.publisher.Mono;

/** Roads on a straight line, counted, until it is told to fail. */
final class ScriptedDistance implements DistanceProvider {

    private static final Source ROAD = new Source("roads", PlanQuality.ROAD, false);

    private final GreatCircleDistance straight = new GreatCircleDistance(GreatCircleSettings.DEFAULT);
    private boolean fails;
    private boolean noRoute;
    private int calls;
    private int cells;

    void fails(boolean now) {
        fails = now;
    }

    void hasNoRoute() {
        noRoute = true;
    }

    int calls() {
        return calls;
    }

    int cells() {
        return cells;
    }

    @Override
    public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        cells += from.size() * to.size();
        return count(straight.matrix(from, to, conditions).map(m -> m.from(ROAD)));
    }

    @Override
    public Mono<Route> route(List<GeoPoint> via, Conditions conditions) {
        return count(straight.route(via, conditions).map(r -> r.from(ROAD)));
    }

    @Override
    public Mono<Snap> nearest(GeoPoint point, Conditions conditions) {
        return count(Mono.just(new Snap(point, 0, ROAD)));
    }

    @Override
    public PlanQuality quality() {
        return PlanQuality.ROAD;
    }

    private <T> Mono<T> count(Mono<T> answer) {
        calls++;
        if (noRoute) {
            return Mono.error(new NoRouteException("none"));
        }
        return fails ? Mono.error(new ProviderException("told to fail")) : answer;
    }
}
