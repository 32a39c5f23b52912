package by.belparcel.tracking.model;

import static by.belparcel.tracking.model.Known.LAT;
import static by.belparcel.tracking.model.Known.LNG;
import static by.belparcel.tracking.model.Known.fix;
import static by.belparcel.tracking.model.Known.last;
import static by.belparcel.tracking.model.Known.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the filter with the numbers of the domain document. */
class FixFilterTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("latitude 91", Rule.INVALID_FIX, nothing(), fix(2, 91, LNG, 10, 0)),
                Arguments.of("longitude 181", Rule.INVALID_FIX, nothing(), fix(2, LAT, 181, 10, 0)),
                Arguments.of("no number", Rule.INVALID_FIX, nothing(), fix(2, Double.NaN, LNG, 10, 0)),
                Arguments.of("nowhere", Rule.INVALID_FIX, nothing(), fix(2, 0, 0, 10, 0)),
                Arguments.of("accuracy below 0", Rule.INVALID_FIX, nothing(), fix(2, LAT, LNG, -1, 0)),
                Arguments.of("deactivated", Rule.CARRIER_INACTIVE, nothing().inactive(), fix(2, 0, 0)),
                Arguments.of("seen before", Rule.DUPLICATE, nothing().duplicate(), fix(2, 0, 0)),
                Arguments.of("the last one again", Rule.DUPLICATE, last(0, 60), fix(1, 0, 60)),
                Arguments.of(
                        "a jump again", Rule.DUPLICATE, last(0, 60).candidates(fix(2, 9000, 30)), fix(2, 9000, 30)),
                Arguments.of("no trip", Rule.NOT_IN_TRANSIT, nothing().idle(), fix(2, 0, 0)),
                Arguments.of("61 s ahead", Rule.FUTURE, last(0, 60), fix(2, 0, -61)),
                Arguments.of("24 h and 1 s old", Rule.TOO_OLD, nothing(), fix(2, 0, 86_401)),
                Arguments.of("4.9 s after the last", Rule.RATE_LIMITED, last(0, 60), fix(2, 50, 55.1)),
                Arguments.of("101 m wide", Rule.LOW_ACCURACY, last(0, 60), fix(2, LAT, LNG, 101, 30)),
                Arguments.of("46 m/s", Rule.TELEPORT, last(0, 60), fix(2, 30 * 46, 30)),
                Arguments.of(
                        "201 m in less than a second",
                        Rule.TELEPORT,
                        last(0, 60).scale(1),
                        fix(2, 2000, 54)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused") // D12, D24, A9
    void refuses(String what, Rule rule, Known known, Fix fix) {
        assertThat(known.judge(fix))
                .as(what)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("the first one", nothing(), fix(2, 0, 0)),
                Arguments.of("60 s ahead", last(0, 60), fix(2, 100, -60)),
                Arguments.of("24 h old", nothing().drivingSince(90_000), fix(2, 0, 86_400)),
                Arguments.of("5 s after the last", last(0, 60), fix(2, 50, 55)),
                Arguments.of("100 m wide", last(0, 60), fix(2, LAT + 100 * Known.METRE, LNG, 100, 30)),
                Arguments.of("44 m/s", last(0, 60), fix(2, 30 * 44, 30)),
                Arguments.of("200 m at once", last(0, 60), fix(2, 199, 55)),
                Arguments.of("a simulated one, 60 times as fast", last(0, 60).scale(60), fix(2, 30 * 45 * 59, 30)),
                Arguments.of("a simulated one after 0.1 s", last(0, 60).scale(60), fix(2, 50, 59.9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void takes(String what, Known known, Fix fix) {
        assertThat(known.judge(fix)).as(what).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.newest()).isTrue();
            assertThat(accepted.quality()).isEqualTo(Quality.HIGH);
        });
    }

    @Test // the order of the rules: a re-sent batch is not called too fast
    void callsARepeatedFixADuplicateAndNotTooFast() {
        assertThat(last(0, 60).judge(fix(1, 0, 60)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, r -> assertThat(r.rule()).isEqualTo(Rule.DUPLICATE));
    }

    @Test // the first rule that fails wins
    void namesTheEarlierRuleOfTwo() {
        assertThat(nothing().inactive().judge(fix(2, 0, -7200)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, r -> assertThat(r.rule()).isEqualTo(Rule.CARRIER_INACTIVE));
    }

    @Test
    void thinsABacklogOnBothSides() {
        Known between = last(1000, 0).neighbours(Known.spot(0, 64), Known.spot(100, 56));

        assertThat(between.judge(fix(9, 50, 60)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, r -> assertThat(r.rule()).isEqualTo(Rule.RATE_LIMITED));
    }

    @Test
    void takesABadFixAfterFiveMinutesWithoutABetterOne() {
        Fix wide = fix(2, LAT + 500 * Known.METRE, LNG, 400, 0);

        assertThat(last(0, 299).judge(wide)).isInstanceOf(Verdict.Refused.class);
        assertThat(last(0, 301).judge(wide))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class, a -> assertThat(a.quality()).isEqualTo(Quality.LOW));
        assertThat(nothing().drivingSince(301).judge(wide)).isInstanceOf(Verdict.Accepted.class);
        assertThat(nothing().drivingSince(299).judge(wide)).isInstanceOf(Verdict.Refused.class);
    }

    @Test // a vehicle that stands is seen well, although its track does not grow
    void doesNotTakeABadFixAfterAGoodOneThatOnlySaidStillHere() {
        Fix wide = fix(2, LAT + 500 * Known.METRE, LNG, 400, 0);

        assertThat(last(0, 30).fine(301).judge(wide))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, r -> assertThat(r.rule()).isEqualTo(Rule.LOW_ACCURACY));
        assertThat(last(0, 301).fine(400).judge(fix(2, LAT, LNG, 400, 0)))
                .as("a bad one never says still here")
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test // D25
    void takesALateFixForTheTrackOnly() {
        Known known = last(3000, 10).neighbours(Known.spot(0, 100), Known.spot(3000, 10));

        assertThat(known.judge(fix(2, 1500, 55)))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class, a -> assertThat(a.newest()).isFalse());
    }

    @Test
    void takesWhatWasDrivenBeforeTheEndForTheTrackOnly() {
        assertThat(nothing().over().judge(fix(2, 0, 10)))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class, a -> assertThat(a.newest()).isFalse());
    }

    @Test
    void measuresALateFixAgainstBothNeighbours() {
        Known known = last(9000, 0).neighbours(Known.spot(0, 100), Known.spot(2400, 40));

        assertThat(known.judge(fix(2, 1200, 70))).isInstanceOf(Verdict.Accepted.class);
        assertThat(known.judge(fix(2, 2300, 90)))
                .as("too far from the one before")
                .isInstanceOf(Verdict.Refused.class);
        assertThat(known.judge(fix(2, 0, 46))).as("too far from the one after").isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void onlySaysThatAStandingVehicleIsAlive() {
        assertThat(last(0, 60).judge(fix(2, 9, 30))).isInstanceOf(Verdict.Heartbeat.class);
        assertThat(last(0, 60).judge(fix(2, 11, 30))).isInstanceOf(Verdict.Accepted.class);
        assertThat(last(0, 300).judge(fix(2, 9, 0)))
                .as("once in five minutes it is stored")
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void doesNotCallAnOldFixAJumpThatAnotherCarrierWouldHaveMade() {
        Known known = last(90_000, 30);
        Fix other = new Fix("other", 7, LAT, LNG, 10, null, null, null, null, null, null, false, Known.T, Known.T);

        assertThat(FixFilter.judge(other, known.situation(), Profile.DEFAULT)).isInstanceOf(Verdict.Accepted.class);
    }
}
