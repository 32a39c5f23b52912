package by.belparcel.operations.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.operations.model.RedrivePlan.Step;
import org.junit.jupiter.api.Test;

class RedrivePlanTest {

    @Test
    void sendsOneThenFiveThenTheRest() {
        assertThat(new RedrivePlan(0, 0, 0, 100).next()).isEqualTo(new Step.Send(1));
        assertThat(new RedrivePlan(1, 0, 0, 99).next()).isEqualTo(new Step.Send(5));
        assertThat(new RedrivePlan(6, 0, 0, 94).next()).isEqualTo(new Step.Send(94));
        assertThat(new RedrivePlan(6, 0, 0, 9_000).next()).isEqualTo(new Step.Send(600));
    }

    @Test
    void waitsForWhatIsOnItsWay() {
        assertThat(new RedrivePlan(0, 0, 1, 99).next()).isEqualTo(new Step.Wait());
    }

    @Test
    void stopsWhenACanaryFails() {
        assertThat(new RedrivePlan(0, 1, 0, 99).next()).isEqualTo(new Step.Stop());
        assertThat(new RedrivePlan(5, 1, 0, 94).next()).isEqualTo(new Step.Stop());
    }

    @Test
    void stopsWhenMoreThanHalfOfTenFail() {
        assertThat(new RedrivePlan(5, 5, 0, 10).next()).isInstanceOf(Step.Send.class);
        assertThat(new RedrivePlan(5, 6, 0, 10).next()).isEqualTo(new Step.Stop());
    }

    @Test
    void completesWhenNothingIsLeft() {
        assertThat(new RedrivePlan(1, 0, 0, 0).next()).isEqualTo(new Step.Complete());
        assertThat(new RedrivePlan(0, 1, 0, 0).next()).isEqualTo(new Step.Complete());
    }
}
