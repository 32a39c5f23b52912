package by.belparcel.alerts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnoozeForTest {

    private static final Shifts SHIFTS = Shifts.parse("20:00, 08:00");

    @ParameterizedTest // Minsk is three hours ahead of UTC
    @CsvSource({
        "15m, 2026-11-20T08:00:00Z, 2026-11-20T08:15:00Z",
        "1h, 2026-11-20T08:00:00Z, 2026-11-20T09:00:00Z",
        "shift, 2026-11-20T08:00:00Z, 2026-11-20T17:00:00Z",
        "shift, 2026-11-20T04:59:59Z, 2026-11-20T05:00:00Z",
        "shift, 2026-11-20T05:00:00Z, 2026-11-20T17:00:00Z",
        "shift, 2026-11-20T17:00:00Z, 2026-11-21T05:00:00Z",
        "shift, 2026-11-20T23:30:00Z, 2026-11-21T05:00:00Z"
    })
    void endsWhenItSays(String code, Instant now, Instant until) {
        assertThat(SnoozeFor.of(code).orElseThrow().until(now, SHIFTS)).isEqualTo(until);
    }

    @Test
    void knowsNoOtherLength() {
        assertThat(SnoozeFor.of("2h")).isEmpty();
        assertThatThrownBy(() -> new Shifts(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
