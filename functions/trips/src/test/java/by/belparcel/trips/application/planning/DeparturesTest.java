package by.belparcel.trips.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.model.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Planned departure = max(now + 30 min, next cut-off). */
class DeparturesTest {

    private static final Duration LEAD = Duration.ofMinutes(30);

    private static Place warehouse(String... cutoffs) {
        return new Place(
                "id",
                Place.Kind.WAREHOUSE,
                "WH",
                new GeoPoint(53.9, 27.6),
                true,
                Arrays.stream(cutoffs).map(LocalTime::parse).toList(),
                null);
    }

    private static String of(String now, String... cutoffs) {
        return Departures.of(warehouse(cutoffs), Instant.parse(now), LEAD).toString();
    }

    @Test
    void leavesHalfAnHourLaterWhereThereIsNoCutOff() {
        assertThat(of("2026-11-20T08:00:00Z")).isEqualTo("2026-11-20T08:30:00Z");
    }

    @Test // 18:00 in Minsk
    void waitsForTheNextCutOffOfTheDay() {
        assertThat(of("2026-11-20T08:00:00Z", "18:00", "14:00")).isEqualTo("2026-11-20T11:00:00Z");
    }

    @Test
    void waitsForTheFirstCutOffOfTomorrow() {
        assertThat(of("2026-11-20T16:00:00Z", "18:00")).isEqualTo("2026-11-21T15:00:00Z");
    }

    @Test
    void needsHalfAnHourWhenTheCutOffIsNearer() {
        assertThat(of("2026-11-20T14:50:00Z", "18:00")).isEqualTo("2026-11-20T15:20:00Z");
    }
}
