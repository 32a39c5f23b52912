package by.belparcel.tracking.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Geofence, deviation and stoppage with the numbers of the domain document. */
class WatchingTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final double METRE = 1 / 111_195.0;
    private static final Stop STOP =
            new Stop(2, StopType.PVZ, "pvz", 53.9, 27.8, StopState.PENDING, null, null, List.of());
    /** Along the parallel in short parts: a long one would be a great circle and bend to the north. */
    private static final Line WAY = new Line(IntStream.rangeClosed(0, 30)
            .mapToObj(i -> new GeoPoint(53.9, 27.5 + i * 0.01))
            .toList());

    private final List<Sign> signs = new ArrayList<>();
    private Watch watch = Watch.NEW;
    private int scale = 1;

    private void at(double north, double lng, long seconds) {
        Watching.Result result = Watching.advance(
                WatchTerms.DEFAULT,
                WAY,
                List.of(STOP),
                scale,
                watch,
                new GeoPoint(53.9 + north * METRE, lng),
                T.plusSeconds(seconds));
        watch = result.watch();
        signs.addAll(result.signs());
    }

    @Test // D13: one sign for a whole deviation
    void tellsADeviationOnceAfterThreeFixes() {
        at(501, 27.60, 0);
        at(501, 27.61, 30);
        assertThat(signs).isEmpty();
        at(501, 27.62, 60);
        at(900, 27.63, 90);
        at(900, 27.64, 120);

        assertThat(signs).singleElement().isInstanceOf(Sign.LeftTheWay.class);
    }

    @Test
    void tellsADeviationAfterTwoMinutes() {
        at(501, 27.60, 0);
        at(501, 27.65, 119);
        assertThat(signs).isEmpty();
        watch = Watch.NEW;
        at(501, 27.60, 0);
        at(501, 27.65, 120);

        assertThat(signs).hasSize(1);
    }

    @Test
    void needsThreeFixesInARow() {
        at(501, 27.60, 0);
        at(501, 27.61, 30);
        at(499, 27.62, 60);
        at(501, 27.63, 90);
        at(501, 27.64, 119);

        assertThat(signs).isEmpty();
    }

    @Test // hysteresis
    void endsADeviationBelow300MetresOnly() {
        for (int i = 0; i < 3; i++) {
            at(600, 27.60 + i * 0.01, i * 30L);
        }
        at(301, 27.64, 120);
        assertThat(signs).hasSize(1);
        at(299, 27.65, 150);
        at(299, 27.66, 180);

        assertThat(signs).hasSize(2);
        assertThat(signs.getLast())
                .isInstanceOfSatisfying(
                        Sign.BackOnTheWay.class,
                        back -> assertThat(back.distanceM()).isEqualTo(299));
    }

    @Test
    void tellsAStoppageOnceAfterHalfAnHour() {
        at(0, 27.6, 0);
        at(90, 27.6, 1800);
        assertThat(signs).isEmpty();
        at(0, 27.6, 1801);
        at(0, 27.6, 3600);

        assertThat(signs).containsExactly(new Sign.Stands(1801));
    }

    @Test
    void startsToCountAgainAfter100Metres() {
        at(0, 27.6, 0);
        at(101, 27.6, 1700);
        at(101, 27.6, 3000);

        assertThat(signs).isEmpty();
    }

    @Test
    void doesNotCallServiceAtAStopAStoppage() {
        at(100, 27.8, 0);
        at(100, 27.8, 59);
        at(100, 27.8, 4000);

        assertThat(signs).noneMatch(Sign.Stands.class::isInstance);
    }

    @Test
    void tellsAStopOnceAfterAMinuteInItsFence() {
        at(149, 27.8, 0);
        at(149, 27.8, 59);
        assertThat(signs).isEmpty();
        at(149, 27.8, 60);
        at(149, 27.8, 120);
        at(149, 27.8, 240);

        assertThat(signs).containsExactly(new Sign.AtStop("pvz", 60));
    }

    @Test
    void startsToCountAgainWhenItLeftTheFence() {
        at(149, 27.8, 0);
        at(151, 27.8, 30);
        at(149, 27.8, 60);
        at(149, 27.8, 119);

        assertThat(signs).isEmpty();
    }

    @Test // minimum intervals of a simulated carrier
    void dividesTheMinuteByTheTimeScale() {
        scale = 60;
        at(149, 27.8, 0);
        at(149, 27.8, 1);

        assertThat(signs).containsExactly(new Sign.AtStop("pvz", 1));
    }
}
