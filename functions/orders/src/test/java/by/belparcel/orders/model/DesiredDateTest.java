package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredDateTest {

    @ParameterizedTest // 21:30 UTC is already the next day in Minsk
    @CsvSource({
        "2026-11-20T20:59:59Z, 2026-11-20, true",
        "2026-11-20T21:00:00Z, 2026-11-20, false",
        "2026-11-20T21:00:00Z, 2026-11-21, true",
        "2026-11-20T12:00:00Z, 2026-11-19, false",
        "2026-11-20T12:00:00Z, 2026-12-20, true",
        "2026-11-20T12:00:00Z, 2026-12-21, false"
    })
    void countsDaysByTheCalendarOfMinsk(Instant now, LocalDate desired, boolean allowed) {
        assertThat(DesiredDate.violation(desired, now).isEmpty()).isEqualTo(allowed);
    }
}
