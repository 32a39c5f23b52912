package by.belparcel.tracking.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.SignalStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Freshness by age. */
class SignalTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, LIVE, 0",
        "90, LIVE, 0",
        "91, STALE, 1",
        "300, STALE, 1",
        "301, LOST, 2",
        "600, LOST, 2",
        "601, LOST, 3",
        "1801, LOST, 4",
        "90000, LOST, 4"
    })
    void growsStaleAndLost(long age, SignalStatus status, int step) {
        assertThat(Signal.DEFAULT.at(T.minusSeconds(age), T)).isEqualTo(status);
        assertThat(Signal.DEFAULT.step(T.minusSeconds(age), T)).isEqualTo(step);
    }

    @Test
    void knowsWhenToLookNext() {
        assertThat(Signal.DEFAULT.next(0, T.minusSeconds(30), T)).contains(Duration.ofSeconds(60));
        assertThat(Signal.DEFAULT.next(1, T.minusSeconds(100), T)).contains(Duration.ofSeconds(200));
        assertThat(Signal.DEFAULT.next(2, T.minusSeconds(310), T)).contains(Duration.ofSeconds(290));
        assertThat(Signal.DEFAULT.next(3, T.minusSeconds(610), T)).contains(Duration.ofSeconds(1190));
        assertThat(Signal.DEFAULT.next(4, T.minusSeconds(9000), T)).isEmpty();
        assertThat(Signal.DEFAULT.next(0, T.minusSeconds(100), T)).contains(Duration.ZERO);
    }
}
