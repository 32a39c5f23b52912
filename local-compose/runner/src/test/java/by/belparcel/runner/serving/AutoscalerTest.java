package by.belparcel.runner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AutoscalerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @ParameterizedTest
    @CsvSource({
        // min, max, target, stable, panic, ready, desired
        "0, 0, 10,   0,    0, 0, 0",
        "0, 0, 10,   0,    0, 1, 0",
        "0, 0, 10, 0.1,    0, 1, 1",
        "0, 0, 10,  10,   10, 1, 1",
        "0, 0, 10,  11,   11, 1, 2",
        "0, 0, 10,  35,   35, 3, 4",
        "0, 0, 10,  99,   99, 9, 8",
        "0, 3, 10,  99,   99, 3, 3",
        "2, 0, 10,   0,    0, 2, 2",
        "9, 0, 10,   0,    0, 9, 9",
        "0, 0, 10,   5,    5, 8, 4",
        "0, 0, 10,   1,   40, 1, 4",
    })
    void wantsOneInstancePerTargetWithinTheBounds(
            int min, int max, double target, double stable, double panic, int ready, int desired) {
        Autoscaler autoscaler = new Autoscaler(scale(min, max, target), 8);
        assertThat(autoscaler.desired(stable, panic, ready, 0)).isEqualTo(desired);
    }

    @Test
    void doesNotShrinkUntilAWindowAfterAPanic() {
        Autoscaler autoscaler = new Autoscaler(scale(0, 0, 10), 8);
        assertThat(autoscaler.desired(5, 45, 1, 0)).isEqualTo(5);
        assertThat(autoscaler.desired(5, 0, 5, 30 * SECOND)).isEqualTo(5);
        assertThat(autoscaler.desired(5, 0, 5, 61 * SECOND)).isEqualTo(2);
        assertThat(autoscaler.desired(0, 0, 2, 62 * SECOND)).isZero();
    }

    private static ServiceSpec.Scale scale(int min, int max, double target) {
        return new ServiceSpec.Scale(min, max, 1, target, Duration.ofSeconds(60), Duration.ZERO);
    }
}
