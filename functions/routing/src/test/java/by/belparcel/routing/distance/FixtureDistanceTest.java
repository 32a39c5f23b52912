package by.belparcel.routing.distance;

import static by.belparcel.routing.distance.OsrmFixture.BREST;
import static by.belparcel.routing.distance.OsrmFixture.DRIVING;
import static by.belparcel.routing.distance.OsrmFixture.MINSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FixtureDistanceTest {

    private final FixtureDistance given =
            new FixtureDistance(Map.of(new FixtureDistance.Pair(MINSK, BREST), new Leg(345_000, 14_000)));

    @Test
    void knowsWhatItWasGivenAndNothingElse() {
        Matrix matrix = given.matrix(List.of(MINSK, BREST), List.of(MINSK, BREST), DRIVING)
                .block();

        assertThat(matrix.leg(0, 1)).contains(new Leg(345_000, 14_000));
        assertThat(matrix.leg(1, 0)).isEmpty();
        assertThat(matrix.leg(1, 1)).contains(new Leg(0, 0));
        assertThat(given.route(List.of(MINSK, BREST), DRIVING).block().metres()).isEqualTo(345_000);
        assertThatThrownBy(() -> given.route(List.of(BREST, MINSK), DRIVING).block())
                .isInstanceOf(NoRouteException.class);
    }
}
