package by.belparcel.runner.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConcurrencyWindowTest {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void averagesOverTimeNotOverChanges() {
        ConcurrencyWindow window = new ConcurrencyWindow(WINDOW, 0);
        window.set(10, 0);
        window.set(0, 15 * SECOND);
        assertThat(window.average(WINDOW, 60 * SECOND - 1)).isCloseTo(2.5, within(0.1));
    }

    @Test
    void countsOnlySinceTheBeginning() {
        ConcurrencyWindow window = new ConcurrencyWindow(WINDOW, 0);
        window.set(4, 0);
        assertThat(window.average(WINDOW, 2 * SECOND)).isCloseTo(4, within(0.01));
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        ConcurrencyWindow window = new ConcurrencyWindow(WINDOW, 0);
        window.set(3, 10 * SECOND);
        window.set(0, 11 * SECOND);
        assertThat(window.average(WINDOW, 69 * SECOND)).isPositive();
        assertThat(window.average(WINDOW, 72 * SECOND)).isZero();
    }

    @Test
    void survivesALongSilence() {
        ConcurrencyWindow window = new ConcurrencyWindow(WINDOW, 0);
        window.set(1, 0);
        window.set(0, SECOND);
        assertThat(window.average(WINDOW, 1_000_000 * SECOND)).isZero();
        window.set(6, 1_000_000 * SECOND);
        assertThat(window.average(Duration.ofSeconds(6), 1_000_006 * SECOND - 1))
                .isCloseTo(6, within(0.1));
    }

    @Test
    void agreesWithTheExactIntegralOnRandomLoad() {
        Random random = new Random(7);
        ConcurrencyWindow window = new ConcurrencyWindow(WINDOW, 0);
        double[] perMilli = new double[120_000];
        int value = 0;
        for (int milli = 0; milli < perMilli.length; milli++) {
            if (random.nextInt(40) == 0) {
                value = random.nextInt(20);
                window.set(value, milli * 1_000_000L);
            }
            perMilli[milli] = value;
        }
        double sum = 0;
        for (int milli = 60_000; milli < perMilli.length; milli++) {
            sum += perMilli[milli];
        }
        assertThat(window.average(WINDOW, 120 * SECOND - 1)).isCloseTo(sum / 60_000, within(0.05));
    }
}
