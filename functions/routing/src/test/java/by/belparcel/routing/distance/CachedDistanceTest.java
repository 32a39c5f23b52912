package by.belparcel.routing.distance;

import static by.belparcel.routing.distance.OsrmFixture.BREST;
import static by.belparcel.routing.distance.OsrmFixture.DRIVING;
import static by.belparcel.routing.distance.OsrmFixture.MINSK;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class CachedDistanceTest {

    private static final GeoPoint NEAR_MINSK = new GeoPoint(53.90002, 27.56672);
    private static final GeoPoint GOMEL = new GeoPoint(52.4345, 30.9754);

    private final MovableClock clock = new MovableClock();
    private final ScriptedDistance roads = new ScriptedDistance();
    private final CachedDistance cached = new CachedDistance(roads, CachedDistance.Settings.DEFAULT, clock);

    @Test
    void aRouteIsKnownForTenMinutes() {
        route();
        clock.passes(Duration.ofSeconds(599));
        route();
        assertThat(roads.calls()).isEqualTo(1);

        clock.passes(Duration.ofSeconds(1));
        route();
        assertThat(roads.calls()).isEqualTo(2);
    }

    @Test
    void aPairIsKnownForADay() {
        matrix(List.of(MINSK, BREST));
        clock.passes(Duration.ofHours(24).minusSeconds(1));
        matrix(List.of(MINSK, BREST));
        assertThat(roads.calls()).isEqualTo(1);

        clock.passes(Duration.ofSeconds(1));
        matrix(List.of(MINSK, BREST));
        assertThat(roads.calls()).isEqualTo(2);
    }

    @Test
    void placesThatAreTheSameToFourDecimalsAreTheSame() {
        Matrix first = matrix(List.of(MINSK, BREST));
        Matrix second = matrix(List.of(NEAR_MINSK, BREST));

        assertThat(roads.calls()).isEqualTo(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void onlyRowsWithAnUnknownPairAreAskedFor() {
        matrix(List.of(MINSK, BREST));
        Matrix larger = cached.matrix(List.of(MINSK, BREST, GOMEL), List.of(MINSK, BREST), DRIVING)
                .block();

        assertThat(roads.cells()).isEqualTo(4 + 2);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double straight = List.of(MINSK, BREST, GOMEL)
                        .get(i)
                        .metresTo(List.of(MINSK, BREST).get(j));
                assertThat(larger.leg(i, j).orElseThrow().metres()).isEqualTo(Math.round(straight * 1.3));
            }
        }
    }

    @Test
    void profilesDoNotShare() {
        matrix(List.of(MINSK, BREST));
        cached.matrix(List.of(MINSK), List.of(BREST), new Conditions("truck", OsrmFixture.NOON, Duration.ofSeconds(2)))
                .block();

        assertThat(roads.calls()).isEqualTo(2);
    }

    @Test
    void whatIsNoRoadIsNotRemembered() {
        CachedDistance straight = new CachedDistance(new Degraded(roads), CachedDistance.Settings.DEFAULT, clock);
        straight.route(List.of(MINSK, BREST), DRIVING).block();
        straight.matrix(List.of(MINSK), List.of(BREST), DRIVING).block();

        assertThat(straight.route(List.of(MINSK, BREST), DRIVING)
                        .block()
                        .source()
                        .quality())
                .isEqualTo(PlanQuality.STRAIGHT);
        straight.matrix(List.of(MINSK), List.of(BREST), DRIVING).block();
        assertThat(roads.calls()).isEqualTo(4);
    }

    @Test
    void keepsNoMoreThanItMayAndForgetsWhatWasUsedLongestAgo() {
        ExpiringLru<Integer, String> lru = new ExpiringLru<>(2, Duration.ofMinutes(1), clock);
        lru.put(1, "one");
        lru.put(2, "two");
        assertThat(lru.get(1)).isEqualTo("one");
        lru.put(3, "three");

        assertThat(lru.size()).isEqualTo(2);
        assertThat(lru.get(2)).isNull();
        assertThat(lru.get(1)).isEqualTo("one");
    }

    private void route() {
        assertThat(cached.route(List.of(MINSK, BREST), DRIVING).block()).isNotNull();
    }

    private Matrix matrix(List<GeoPoint> places) {
        return cached.matrix(places, places, DRIVING).block();
    }

    /** The same answers, marked as straight lines. */
    private record Degraded(DistanceProvider provider) implements DistanceProvider {

        private static final Source STRAIGHT = new Source("haversine", PlanQuality.STRAIGHT, true);

        @Override
        public Mono<Matrix> matrix(List<GeoPoint> from, List<GeoPoint> to, Conditions c) {
            return provider.matrix(from, to, c).map(m -> m.from(STRAIGHT));
        }

        @Override
        public Mono<Route> route(List<GeoPoint> via, Conditions c) {
            return provider.route(via, c).map(r -> r.from(STRAIGHT));
        }

        @Override
        public Mono<Snap> nearest(GeoPoint point, Conditions c) {
            return provider.nearest(point, c);
        }

        @Override
        public PlanQuality quality() {
            return PlanQuality.STRAIGHT;
        }
    }
}
