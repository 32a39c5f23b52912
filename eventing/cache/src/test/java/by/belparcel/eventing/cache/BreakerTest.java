package by.belparcel.eventing.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(2, 10, now::get);

    @Test
    void letsNobodyInAfterTwoFailuresInARowUntilThePauseIsOver() {
        breaker.failed();
        assertThat(breaker.enter()).isTrue();
        breaker.failed();

        assertThat(breaker.enter()).isFalse();
        now.addAndGet(9);
        assertThat(breaker.enter()).isFalse();
        now.addAndGet(1);
        assertThat(breaker.enter()).as("one may try").isTrue();
        assertThat(breaker.enter()).as("the others wait for it").isFalse();
    }

    @Test
    void letsEverybodyInAgainAfterASuccess() {
        breaker.failed();
        breaker.failed();
        now.addAndGet(10);
        assertThat(breaker.enter()).isTrue();
        breaker.succeeded();

        assertThat(breaker.enter()).isTrue();
        assertThat(breaker.enter()).isTrue();
    }

    @Test
    void countsFailuresInARowOnly() {
        breaker.failed();
        breaker.succeeded();
        breaker.failed();

        assertThat(breaker.enter()).isTrue();
    }
}
