package by.belparcel.routing.distance;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Remembers roads by coordinates rounded to four decimals (about 11 m). Only answers of quality ROAD are kept, so that an outage
 * is not remembered; a matrix is kept pair by pair, so that other plans between the same places use it.
 */
public final class CachedDistance implements DistanceProvider {

    /** How long and how many; a cell is one pair of places. */
    public record Settings(Duration routeLife, int routes, Duration cellLife, int cells) {

        /** 10 min for routes, 24 h for pairs (domain delivery.md section 4). */
        public static final Settings DEFAULT = new Settings(Duration.ofMinutes(10), 500, Duration.ofHours(24), 100_000);
    }

    private record Place(long lat, long lng) {

        private static final double SCALE = 1e4;

        static Place of(GeoPoint point) {
            return new Place(Math.round(point.lat() * SCALE), Math.round(point.lng() * SCALE));
        }
    }

    private record Pair(String profile, Place from, Place to) {}

    private record Line(String profile, List<Place> via) {}

    private record Cell(Optional<Leg> leg, Source source) {}

    private final DistanceProvider provider;
    private final ExpiringLru<Line, Route> routes;
    private final ExpiringLru<Pair, Cell> cells;

    public CachedDistance(DistanceProvider provider, Settings settings, Clock clock) {
        this.provider = provider;
        this.routes = new ExpiringLru<>(settings.routes(), settings.routeLife(), clock);
        this.cells = new ExpiringLru<>(settings.cells(), settings.cellLife(), clock);
    }

    @Override
    public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        return Mono.defer(() -> {
            List<@Nullable Cell> known = new ArrayList<>(from.size() * to.size());
            for (GeoPoint start : from) {
                for (GeoPoint end : to) {
                    known.add(cells.get(pair(conditions, start, end)));
                }
            }
            int columns = to.size();
            List<Integer> rows = IntStream.range(0, from.size())
                    .filter(i -> known.subList(i * columns, (i + 1) * columns).contains(null))
                    .boxed()
                    .toList();
            if (rows.isEmpty()) {
                return Mono.just(remembered(known, from.size(), columns));
            }
            List<GeoPoint> missing = rows.stream().map(from::get).toList();
            return provider.matrix(missing, to, conditions).map(fresh -> {
                if (fresh.source().quality() == PlanQuality.ROAD) {
                    keep(fresh, missing, to, conditions);
                }
                return merge(known, rows, fresh, from.size());
            });
        });
    }

    @Override
    public Mono<Route> route(List<GeoPoint> via, Conditions conditions) {
        return Mono.defer(() -> {
            Line key =
                    new Line(conditions.profile(), via.stream().map(Place::of).toList());
            Route known = routes.get(key);
            if (known != null) {
                return Mono.just(known);
            }
            return provider.route(via, conditions).doOnNext(route -> {
                if (route.source().quality() == PlanQuality.ROAD) {
                    routes.put(key, route);
                }
            });
        });
    }

    @Override
    public Mono<Snap> nearest(GeoPoint point, Conditions conditions) {
        return provider.nearest(point, conditions);
    }

    @Override
    public PlanQuality quality() {
        return provider.quality();
    }

    private void keep(Matrix fresh, List<GeoPoint> from, List<GeoPoint> to, Conditions conditions) {
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                cells.put(pair(conditions, from.get(i), to.get(j)), new Cell(fresh.leg(i, j), fresh.source()));
            }
        }
    }

    private static Matrix remembered(List<@Nullable Cell> known, int rows, int columns) {
        List<@Nullable Leg> legs = new ArrayList<>(known.size());
        Source source = new Source("cache", PlanQuality.ROAD, false);
        for (Cell cell : known) {
            if (cell != null) {
                legs.add(cell.leg().orElse(null));
                source = cell.source();
            }
        }
        return new Matrix(rows, columns, legs, source);
    }

    /** The rows that were asked for again replace what is known of them; what is known is ROAD, so that the quality of the whole is theirs. */
    private static Matrix merge(List<@Nullable Cell> known, List<Integer> asked, Matrix fresh, int rows) {
        List<@Nullable Leg> legs = new ArrayList<>(known.size());
        int next = 0;
        for (int i = 0; i < rows; i++) {
            boolean again = next < asked.size() && asked.get(next) == i;
            for (int j = 0; j < fresh.columns(); j++) {
                Cell cell = known.get(i * fresh.columns() + j);
                legs.add(
                        again || cell == null
                                ? fresh.leg(next, j).orElse(null)
                                : cell.leg().orElse(null));
            }
            next += again ? 1 : 0;
        }
        return new Matrix(rows, fresh.columns(), legs, fresh.source());
    }

    private static Pair pair(Conditions conditions, GeoPoint from, GeoPoint to) {
        return new Pair(conditions.profile(), Place.of(from), Place.of(to));
    }
}
