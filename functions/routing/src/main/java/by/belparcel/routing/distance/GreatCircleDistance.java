package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.PlanQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The straight line with a detour and two speeds; needs nobody and always answers. */
public final class GreatCircleDistance implements DistanceProvider {

    private static final Source SOURCE = new Source("haversine", PlanQuality.STRAIGHT, false);
    private static final double MPS_PER_KMH = 1000.0 / 3600.0;

    private final GreatCircleSettings settings;

    public GreatCircleDistance(GreatCircleSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        return Mono.fromSupplier(() -> {
            List<@Nullable Leg> cells = new ArrayList<>(from.size() * to.size());
            for (GeoPoint start : from) {
                for (GeoPoint end : to) {
                    cells.add(leg(start, end, conditions.departure()));
                }
            }
            return new Matrix(from.size(), to.size(), cells, SOURCE);
        });
    }

    @Override
    public Mono<Route> route(List<GeoPoint> via, Conditions conditions) {
        return Mono.fromSupplier(() -> {
            Via.check(via);
            List<Leg> legs = new ArrayList<>();
            Instant departure = conditions.departure();
            for (int i = 1; i < via.size(); i++) {
                Leg leg = leg(via.get(i - 1), via.get(i), departure);
                legs.add(leg);
                departure = departure.plusSeconds(leg.seconds());
            }
            return new Route(
                    via,
                    legs,
                    legs.stream().mapToLong(Leg::metres).sum(),
                    legs.stream().mapToLong(Leg::seconds).sum(),
                    SOURCE);
        });
    }

    @Override
    public Mono<Snap> nearest(GeoPoint point, Conditions conditions) {
        return Mono.just(new Snap(point, 0, SOURCE));
    }

    @Override
    public PlanQuality quality() {
        return PlanQuality.STRAIGHT;
    }

    private Leg leg(GeoPoint from, GeoPoint to, Instant departure) {
        double metres = from.metresTo(to) * settings.detour();
        double kmh = metres <= settings.urbanUpToMetres() ? settings.urbanKmh() : settings.ruralKmh();
        int hour = departure.atZone(Numbers.MINSK).getHour();
        double speed = kmh * MPS_PER_KMH * settings.speedByHour().get(hour);
        return new Leg(Math.round(metres), Math.round(metres / speed));
    }
}
