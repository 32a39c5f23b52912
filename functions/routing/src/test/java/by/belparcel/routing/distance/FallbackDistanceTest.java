package by.belparcel.routing.distance;

import static by.belparcel.routing.distance.OsrmFixture.BREST;
import static by.belparcel.routing.distance.OsrmFixture.DRIVING;
import static by.belparcel.routing.distance.OsrmFixture.MINSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.kernel.PlanQuality;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FallbackDistanceTest {

    private final MovableClock clock = new MovableClock();
    private final ScriptedDistance roads = new ScriptedDistance();
    private final FallbackDistance distances = new FallbackDistance(
            roads, new GreatCircleDistance(GreatCircleSettings.DEFAULT), new Breaker(Breaker.Settings.DEFAULT, clock));

    @Test
    void opensAfterFiveFailuresInThirtySecondsAndAsksNoMore() {
        roads.fails(true);
        for (int i = 0; i < 8; i++) {
            assertThat(ask().source().fallbackUsed()).isTrue();
            clock.passes(Duration.ofSeconds(1));
        }

        assertThat(roads.calls()).isEqualTo(5);
        assertThat(distances.quality()).isEqualTo(PlanQuality.STRAIGHT);
    }

    @Test
    void staysClosedWhenFailuresAreRare() {
        roads.fails(true);
        for (int i = 0; i < 20; i++) {
            assertThat(ask().source().fallbackUsed()).isTrue();
            clock.passes(Duration.ofSeconds(8));
        }

        assertThat(roads.calls()).isEqualTo(20);
        assertThat(distances.quality()).isEqualTo(PlanQuality.ROAD);
    }

    @Test
    void oneCallTriesAfterThePauseAndClosesItWhenItWorks() {
        open();
        clock.passes(Duration.ofSeconds(31));
        roads.fails(false);

        assertThat(ask().source()).isEqualTo(new Source("roads", PlanQuality.ROAD, false));
        assertThat(ask().source().quality()).isEqualTo(PlanQuality.ROAD);
        assertThat(distances.quality()).isEqualTo(PlanQuality.ROAD);
    }

    @Test
    void aTryThatFailsOpensItForAnotherPause() {
        open();
        clock.passes(Duration.ofSeconds(31));
        ask();
        clock.passes(Duration.ofSeconds(29));
        ask();

        assertThat(roads.calls()).isEqualTo(6);
        clock.passes(Duration.ofSeconds(2));
        ask();
        assertThat(roads.calls()).isEqualTo(7);
    }

    @Test
    void aTryWhoseCallerWentAwayLetsTheNextOneTry() {
        Breaker breaker = new Breaker(Breaker.Settings.DEFAULT, clock);
        for (int i = 0; i < 5; i++) {
            breaker.failed();
        }
        clock.passes(Duration.ofSeconds(31));

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
        breaker.gaveUp();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void noRouteIsAnAnswerAndNotReplacedByAStraightLine() {
        roads.hasNoRoute();

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() ->
                            distances.route(List.of(MINSK, BREST), DRIVING).block())
                    .isInstanceOf(NoRouteException.class);
        }
        assertThat(roads.calls()).isEqualTo(6);
    }

    @Test
    void anotherRoadNetworkBehindItIsARoadOfSecondChoice() {
        roads.fails(true);
        FallbackDistance two =
                new FallbackDistance(roads, new ScriptedDistance(), new Breaker(Breaker.Settings.DEFAULT, clock));

        assertThat(two.nearest(MINSK, DRIVING).block().source())
                .isEqualTo(new Source("roads", PlanQuality.ROAD_FALLBACK, true));
        assertThat(two.quality()).isEqualTo(PlanQuality.ROAD);
    }

    private void open() {
        roads.fails(true);
        for (int i = 0; i < 5; i++) {
            ask();
        }
    }

    private Matrix ask() {
        return distances.matrix(List.of(MINSK), List.of(BREST), DRIVING).block();
    }
}
