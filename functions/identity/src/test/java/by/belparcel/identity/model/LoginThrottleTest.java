package by.belparcel.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    @Test
    void allowsUpToTheLimit() {
        assertThat(LoginThrottle.DEFAULT.wait(failures(4), failures(19), NOW)).isEmpty();
    }

    @Test
    void waitsUntilTheFailureThatFillsTheLimitIsOld() {
        assertThat(LoginThrottle.DEFAULT.wait(failures(5), List.of(), NOW)).contains(Duration.ofMinutes(11));
        assertThat(LoginThrottle.DEFAULT.wait(
                        List.of(),
                        failures(20).stream().map(t -> NOW.minusSeconds(60)).toList(),
                        NOW))
                .contains(Duration.ofMinutes(14));
    }

    @Test
    void takesTheLongerOfBoth() {
        List<Instant> address = Stream.generate(() -> NOW).limit(20).toList();
        assertThat(LoginThrottle.DEFAULT.wait(failures(5), address, NOW)).contains(Duration.ofMinutes(15));
    }

    /** A minute apart, the newest now. */
    private static List<Instant> failures(int count) {
        return Stream.iterate(NOW, t -> t.minusSeconds(60)).limit(count).toList();
    }
}
