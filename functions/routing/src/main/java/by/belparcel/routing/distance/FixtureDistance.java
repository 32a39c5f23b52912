package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Given legs and no others, of quality ROAD; for tests of what plans with it. */
public final class FixtureDistance implements DistanceProvider {

    private static final Source SOURCE = new Source("fixture", PlanQuality.ROAD, false);

    /** A way in one direction. */
    public record Pair(GeoPoint from, GeoPoint to) {}

    private final Map<Pair, Leg> legs;

    public FixtureDistance(Map<Pair, Leg> legs) {
        this.legs = Map.copyOf(legs);
    }

    @Override
    public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        List<@Nullable Leg> cells = new ArrayList<>();
        from.forEach(start -> to.forEach(end -> cells.add(leg(start, end))));
        return Mono.just(new Matrix(from.size(), to.size(), cells, SOURCE));
    }

    @Override
    public Mono<Route> route(List<GeoPoint> via, Conditions conditions) {
        Via.check(via);
        List<Leg> way = new ArrayList<>();
        for (int i = 1; i < via.size(); i++) {
            Leg leg = leg(via.get(i - 1), via.get(i));
            if (leg == null) {
                return Mono.error(new NoRouteException(via.get(i - 1) + " to " + via.get(i)));
            }
            way.add(leg);
        }
        return Mono.just(new Route(
                via,
                way,
                way.stream().mapToLong(Leg::metres).sum(),
                way.stream().mapToLong(Leg::seconds).sum(),
                SOURCE));
    }

    @Override
    public Mono<Snap> nearest(GeoPoint point, Conditions conditions) {
        return Mono.just(new Snap(point, 0, SOURCE));
    }

    @Override
    public PlanQuality quality() {
        return PlanQuality.ROAD;
    }

    private @Nullable Leg leg(GeoPoint from, GeoPoint to) {
        return from.equals(to) ? new Leg(0, 0) : legs.get(new Pair(from, to));
    }
}
