package by.belparcel.tracking.model;

import static by.belparcel.tracking.model.Known.fix;
import static by.belparcel.tracking.model.Known.last;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One bad position must not shut out all good ones. */
class JumpsTest {

    private static final double FAR = 90_000;

    @Test // D26: the third consistent jump is the truth
    void anchorsAnewAfterThreeConsistentJumps() {
        Fix first = fix(2, FAR, 60);
        Fix second = fix(3, FAR + 600, 30);
        Fix third = fix(4, FAR + 1200, 0);

        assertThat(last(0, 90).judge(first)).isInstanceOf(Verdict.Refused.class);
        assertThat(last(0, 90).candidates(first).judge(second)).isInstanceOf(Verdict.Refused.class);
        assertThat(last(0, 90).candidates(first, second).judge(third))
                .isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
                    assertThat(accepted.reAnchored()).isTrue();
                    assertThat(accepted.newest()).isTrue();
                    assertThat(accepted.readmitted()).containsExactly(first, second);
                });
    }

    @Test
    void doesNotAnchorWhereJumpsContradictEachOther() {
        assertThat(last(0, 90).candidates(fix(2, FAR, 60), fix(3, -FAR, 30)).judge(fix(4, FAR, 0)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void doesNotAnchorWithinLessThan15Seconds() {
        assertThat(last(0, 90).candidates(fix(2, FAR, 14), fix(3, FAR, 7)).judge(fix(4, FAR, 0)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(last(0, 90).candidates(fix(2, FAR, 15), fix(3, FAR, 7)).judge(fix(4, FAR, 0)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test // between two jumps there was a good one, so the jumps are the noise
    void forgetsJumpsWhenAGoodFixComes() {
        Known known = last(0, 90).candidates(fix(2, FAR, 60));
        Fix good = fix(3, 100, 30);
        Memory after = Memory.of(known.situation()).after(good, known.judge(good), Profile.DEFAULT);

        assertThat(after.candidates()).isEmpty();
    }

    @Test
    void remembersTheLastThreeJumps() {
        Known known = last(0, 90).candidates(fix(2, FAR, 60), fix(3, -FAR, 40), fix(4, 2 * FAR, 20));
        Fix next = fix(5, -2 * FAR, 0);
        Memory after = Memory.of(known.situation()).after(next, known.judge(next), Profile.DEFAULT);

        assertThat(after.candidates()).extracting(Fix::seq).containsExactly(3L, 4L, 5L);
    }

    @Test
    void doesNotTakeALateFixForAWitness() {
        Known known = last(0, 10).neighbours(Known.spot(0, 70), Known.spot(0, 10));
        Fix late = fix(2, FAR, 40);
        Memory after = Memory.of(known.situation()).after(late, known.judge(late), Profile.DEFAULT);

        assertThat(after.candidates()).isEqualTo(List.of());
    }
}
