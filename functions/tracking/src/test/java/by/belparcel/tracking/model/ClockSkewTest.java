package by.belparcel.tracking.model;

import static by.belparcel.tracking.model.Known.fix;
import static by.belparcel.tracking.model.Known.last;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A clock that is ahead. */
class ClockSkewTest {

    private static final Fix AHEAD = fix(2, 100, -7200);

    @Test // D24, A9 wrong clock
    void correctsAClockThatFiveFixesFoundEquallyWrong() {
        Known known = last(0, 60).skew(-7_200_000L, -7_203_000L, -7_198_000L, -7_201_000L);

        assertThat(known.judge(AHEAD))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        a -> assertThat(a.fix().deviceTime()).isEqualTo(Known.T));
    }

    @Test
    void refusesWhileThereAreTooFewSamples() {
        assertThat(last(0, 60).skew(-7_200_000L, -7_200_000L, -7_200_000L).judge(AHEAD))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void refusesWhenTheSamplesDisagreeByMoreThan5Seconds() {
        assertThat(last(0, 60)
                        .skew(-7_200_000L, -7_200_000L, -7_200_000L, -7_206_000L)
                        .judge(AHEAD))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void refusesAClockThatIsMoreThan12HoursAhead() {
        long wrong = -(12 * 3600 + 1) * 1000L;

        assertThat(last(0, 60).skew(wrong, wrong, wrong, wrong).judge(fix(2, 100, wrong / 1000.0)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void forgetsItsSamplesWhenTheClockIsRight() {
        assertThat(ClockSkew.after(last(0, 60).skew(-7_200_000L).situation().skew(), fix(2, 0, 0), Profile.DEFAULT))
                .isEmpty();
    }

    @Test
    void keepsTheLastFiveSamples() {
        assertThat(ClockSkew.after(
                        last(0, 60).skew(-1L, -2L, -3L, -4L, -5L).situation().skew(), AHEAD, Profile.DEFAULT))
                .containsExactly(-2L, -3L, -4L, -5L, -7_200_000L);
    }
}
