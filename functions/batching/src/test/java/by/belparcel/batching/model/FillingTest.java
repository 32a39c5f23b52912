package by.belparcel.batching.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.ServiceClass;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FillingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Limits LIMITS =
            new Limits(10, 300_000, 2_000_000, 2, Duration.ofMinutes(30), Duration.ofMinutes(10));

    @Test // each limit at the limit and one beyond
    void fillsABatchUpToItsLimitsAndNotBeyond() {
        assertThat(fill(new Load(9, 299_000, 1_999_000), 1_000, 1_000)).isInstanceOf(Filling.Fits.class);
        assertThat(fill(new Load(1, 299_000, 1), 1_001, 1)).isEqualTo(new Filling.Overflows(BatchCloseReason.WEIGHT));
        assertThat(fill(new Load(1, 1, 1_999_000), 1, 1_001)).isEqualTo(new Filling.Overflows(BatchCloseReason.VOLUME));
        assertThat(fill(new Load(10, 1, 1), 1, 1)).isEqualTo(new Filling.Overflows(BatchCloseReason.SIZE));
    }

    @Test
    void letsAnOrderBeyondTheLimitsTravelAlone() {
        assertThat(fill(Load.NONE, 300_001, 1)).isEqualTo(new Filling.Alone(BatchCloseReason.WEIGHT));
        assertThat(fill(new Load(5, 1, 1), 1, 2_000_001)).isEqualTo(new Filling.Alone(BatchCloseReason.VOLUME));
        assertThat(fill(Load.NONE, 300_000, 2_000_000)).isInstanceOf(Filling.Fits.class);
    }

    @Test
    void closesExpressEarlierAndASmallBatchAfterTwiceTheAge() {
        assertThat(LIMITS.closingTime(new Load(2, 1, 1), NOW, ServiceClass.NORMAL))
                .isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(LIMITS.closingTime(new Load(2, 1, 1), NOW, ServiceClass.EXPRESS))
                .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(LIMITS.closingTime(new Load(1, 1, 1), NOW, ServiceClass.NORMAL))
                .isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    }

    private static Filling fill(Load present, long weightG, long volumeCm3) {
        return Filling.of(present, new Cargo("o", weightG, volumeCm3, NOW), LIMITS);
    }
}
