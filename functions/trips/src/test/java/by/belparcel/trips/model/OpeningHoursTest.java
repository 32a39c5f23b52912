package by.belparcel.trips.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T08:00:00Z");

    private static List<String> spans(String hours, int days) {
        return OpeningHours.spans(hours, FRIDAY, days).stream()
                .map(span -> span.from() + " " + span.to())
                .toList();
    }

    @Test
    void readsHoursByDayInMinsk() {
        assertThat(spans("Mo-Fr 09:00-20:00; Sa-Su 10:00-18:00", 2))
                .containsExactly(
                        "2026-11-20T06:00:00Z 2026-11-20T17:00:00Z", "2026-11-21T07:00:00Z 2026-11-21T15:00:00Z");
    }

    @Test
    void readsSingleDaysAndWeeksThatWrapAround() {
        assertThat(spans("Fr 09:00-10:00", 7)).hasSize(1);
        assertThat(spans("Sa-Mo 09:00-10:00", 7)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "always", "Mo-Su 25:00-26:00", "Mo-Su 20:00-09:00", "Mo-Su 9-20"})
    void setsNoLimitByWhatItCannotRead(String hours) {
        assertThat(OpeningHours.spans(hours, FRIDAY, 3)).isEmpty();
    }
}
