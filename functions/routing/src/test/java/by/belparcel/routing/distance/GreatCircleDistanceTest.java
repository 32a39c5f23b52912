package by.belparcel.routing.distance;

import static by.belparcel.routing.distance.OsrmFixture.BREST;
import static by.belparcel.routing.distance.OsrmFixture.DRIVING;
import static by.belparcel.routing.distance.OsrmFixture.MINSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GreatCircleDistanceTest {

    private static final GeoPoint NEAR = new GeoPoint(53.95, 27.5667);

    private final GreatCircleDistance straight = new GreatCircleDistance(GreatCircleSettings.DEFAULT);

    @Test
    void aLongLegIsRuralAndAShortOneUrban() {
        Matrix matrix = straight.matrix(List.of(MINSK), List.of(BREST, NEAR, MINSK), DRIVING)
                .block();

        Leg rural = matrix.leg(0, 0).orElseThrow();
        assertThat(rural.metres()).isEqualTo(Math.round(MINSK.metresTo(BREST) * 1.3));
        assertThat(rural.seconds()).isEqualTo(Math.round(MINSK.metresTo(BREST) * 1.3 * 3.6 / 45));
        Leg urban = matrix.leg(0, 1).orElseThrow();
        assertThat(urban.seconds()).isEqualTo(Math.round(MINSK.metresTo(NEAR) * 1.3 * 3.6 / 25));
        assertThat(matrix.leg(0, 2)).contains(new Leg(0, 0));
        assertThat(matrix.source().quality()).isEqualTo(PlanQuality.STRAIGHT);
    }

    @Test
    void speedFollowsTheHourOfMinskAndARouteCrossesHours() {
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 1.0));
        hours.set(12, 0.5);
        GreatCircleDistance slow = new GreatCircleDistance(new GreatCircleSettings(1.3, 45, 25, 10_000, hours));

        Route route = slow.route(List.of(MINSK, BREST, MINSK), DRIVING).block();

        long seconds = straight.route(List.of(MINSK, BREST), DRIVING).block().seconds();
        assertThat(route.legs().get(0).seconds()).isBetween(2 * seconds - 1, 2 * seconds + 1);
        assertThat(route.legs().get(1).seconds()).isEqualTo(seconds);
        assertThat(slow.route(List.of(MINSK, BREST), Conditions.driving(Instant.parse("2026-11-20T12:00:00Z")))
                        .block()
                        .seconds())
                .isEqualTo(seconds);
    }

    @Test
    void aLineWithOnePlaceOrOddSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> straight.route(List.of(MINSK), DRIVING).block());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GreatCircleSettings(0.9, 45, 25, 10_000, Collections.nCopies(24, 1.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GreatCircleSettings(1.3, 45, 25, 10_000, Collections.nCopies(23, 1.0)));
    }
}
