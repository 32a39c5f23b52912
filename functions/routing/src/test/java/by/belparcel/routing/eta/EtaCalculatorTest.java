package by.belparcel.routing.eta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.StopState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EtaCalculatorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final GeoPoint START = new GeoPoint(53.0, 27.0);
    private static final GeoPoint FIRST = new GeoPoint(53.1, 27.0);
    private static final GeoPoint SECOND = new GeoPoint(53.3, 27.0);
    private static final GeoPoint HALF_WAY = new GeoPoint(53.05, 27.0);

    private final EtaCalculator calculator = new EtaCalculator(EtaSettings.DEFAULT);

    @Test
    void addsTheRestOfTheLegTheServiceAndTheNextLegs() {
        List<Eta> etas = calculator.of(plan(PlanQuality.ROAD), fix(HALF_WAY, 0), 1, NOW);

        assertThat(minutes(etas)).containsExactly(5L, 5L + 10 + 20);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 10, 60", "1.5, 3, 27", "0.1, 10, 60", "9, 3, 27", "1, 5, 35"})
    void theActualSpeedCountsWithinItsBounds(double factor, long first, long second) {
        List<Eta> etas = calculator.of(plan(PlanQuality.ROAD), fix(HALF_WAY, 0), factor, NOW);

        assertThat(minutes(etas)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource({
        "ROAD, 0, HIGH",
        "ROAD, 89, HIGH",
        "ROAD, 90, MEDIUM",
        "ROAD, 300, MEDIUM",
        "ROAD, 301, LOW",
        "ROAD_FALLBACK, 0, MEDIUM",
        "STRAIGHT, 0, LOW",
        "STRAIGHT, 301, LOW"
    })
    void qualityFollowsTheAgeOfTheFixAndTheQualityOfThePlan(PlanQuality plan, long age, EtaQuality expected) {
        List<Eta> etas = calculator.of(plan(plan), fix(HALF_WAY, age), 1, NOW);

        assertThat(etas).extracting(Eta::quality).containsOnly(expected);
    }

    @Test
    void farFromTheLineItIsNotHigh() {
        List<Eta> etas = calculator.of(plan(PlanQuality.ROAD), fix(new GeoPoint(53.05, 27.02), 0), 1, NOW);

        assertThat(etas).extracting(Eta::quality).containsOnly(EtaQuality.MEDIUM);
    }

    @Test
    void withoutAFixNothingIsKnown() {
        List<Eta> etas = calculator.of(plan(PlanQuality.ROAD), null, 1, NOW);

        assertThat(etas)
                .containsExactly(
                        new Eta(1, Optional.empty(), EtaQuality.NONE), new Eta(2, Optional.empty(), EtaQuality.NONE));
    }

    @Test
    void aReachedStopKeepsItsTimeAndTheNextWaitsForItsService() {
        EtaPlan plan = plan(StopState.ARRIVED, NOW.minusSeconds(240), null);

        List<Eta> etas = calculator.of(plan, fix(FIRST, 0), 1, NOW);

        assertThat(minutes(etas)).containsExactly(-4L, -4L + 10 + 20);
    }

    @Test
    void aServiceThatTakesTooLongDelaysTheRest() {
        EtaPlan plan = plan(StopState.ARRIVED, NOW.minus(Duration.ofMinutes(30)), null);

        List<Eta> etas = calculator.of(plan, fix(FIRST, 0), 1, NOW);

        assertThat(minutes(etas)).containsExactly(-30L, 20L);
    }

    @Test
    void aStopThatIsDoneIsPassedAndAWindowIsWaitedFor() {
        assertThat(minutes(calculator.of(plan(StopState.DONE, null, null), fix(FIRST, 0), 1, NOW)))
                .containsExactly(20L);
        EtaPlan closed = plan(StopState.PENDING, null, NOW.plus(Duration.ofMinutes(45)));
        assertThat(minutes(calculator.of(closed, fix(HALF_WAY, 0), 1, NOW))).containsExactly(5L, 45L + 10 + 20);
    }

    @ParameterizedTest
    @CsvSource({"HIGH, 300, false", "HIGH, 301, true", "HIGH, -301, true", "MEDIUM, 0, true"})
    void onlyMoreThanFiveMinutesOrAnotherQualityIsAChange(EtaQuality quality, long seconds, boolean changed) {
        Eta before = new Eta(1, Optional.of(NOW), EtaQuality.HIGH);

        assertThat(calculator.changed(before, new Eta(1, Optional.of(NOW.plusSeconds(seconds)), quality)))
                .isEqualTo(changed);
        assertThat(calculator.changed(before, new Eta(1, Optional.empty(), EtaQuality.NONE)))
                .isTrue();
    }

    @Test
    void theFactorComparesTheWayWithThePlanWithoutStops() {
        EtaPlan plan = plan(PlanQuality.ROAD);
        List<Fix> fixes = List.of(fix(new GeoPoint(53.2, 27.0), 0), fix(HALF_WAY, 1100), fix(START, 1300));

        // 5 of 10 and 10 of 20 planned minutes in 1100 s, of which 200 s were spent standing
        assertThat(SpeedFactor.of(plan, fixes, Duration.ofSeconds(200), NOW, EtaSettings.DEFAULT))
                .isCloseTo(1.0, within(0.01));
        assertThat(SpeedFactor.of(plan, fixes, Duration.ZERO, NOW, EtaSettings.DEFAULT))
                .isCloseTo(900 / 1100.0, within(0.01));
        assertThat(SpeedFactor.of(plan, fixes.subList(0, 1), Duration.ZERO, NOW, EtaSettings.DEFAULT))
                .isEqualTo(1);
        assertThat(SpeedFactor.of(3, 1, EtaSettings.DEFAULT)).isEqualTo(1.5);
        assertThat(SpeedFactor.of(0, 1, EtaSettings.DEFAULT)).isEqualTo(0.5);
        assertThat(SpeedFactor.of(1, 0, EtaSettings.DEFAULT)).isEqualTo(1);
    }

    private static EtaPlan plan(PlanQuality quality) {
        return EtaPlan.of(
                List.of(START, FIRST, SECOND),
                List.of(
                        call(1, FIRST, 600, StopState.PENDING, null, null),
                        call(2, SECOND, 1200, StopState.PENDING, null, null)),
                quality);
    }

    private static EtaPlan plan(StopState first, @Nullable Instant arrivedAt, @Nullable Instant notBefore) {
        return EtaPlan.of(
                List.of(START, FIRST, SECOND),
                List.of(
                        call(1, FIRST, 600, first, notBefore, arrivedAt),
                        call(2, SECOND, 1200, StopState.PENDING, null, null)),
                PlanQuality.ROAD);
    }

    private static PlannedCall call(
            int seq,
            GeoPoint place,
            long legSeconds,
            StopState state,
            @Nullable Instant notBefore,
            @Nullable Instant arrivedAt) {
        return new PlannedCall(seq, place, legSeconds, 600, state, notBefore, arrivedAt);
    }

    private static Fix fix(GeoPoint point, long secondsAgo) {
        return new Fix(point, NOW.minusSeconds(secondsAgo));
    }

    private static List<Long> minutes(List<Eta> etas) {
        return etas.stream()
                .map(eta ->
                        Math.round(Duration.between(NOW, eta.at().orElseThrow()).toSeconds() / 60.0))
                .toList();
    }
}
