package by.belparcel.batching.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutoffsTest {

    @Test
    void findsTheNextOneOfTheDay() {
        assertThat(next("2026-11-20T08:59:59Z")).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(next("2026-11-20T09:00:00Z")).isEqualTo("2026-11-20T15:00:00Z");
    }

    @Test // the day of the place, not that of UTC
    void findsTheFirstOneOfTomorrowAfterTheLast() {
        assertThat(next("2026-11-20T15:00:00Z")).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(next("2026-11-20T22:30:00Z")).isEqualTo("2026-11-21T09:00:00Z");
    }

    @Test
    void findsNoneWhereThereAreNone() {
        assertThat(Cutoffs.next(warehouse(List.of()), Instant.parse("2026-11-20T08:00:00Z")))
                .isEmpty();
    }

    private static String next(String now) {
        Place minsk = warehouse(List.of(LocalTime.of(18, 0), LocalTime.of(12, 0)));
        return Cutoffs.next(minsk, Instant.parse(now)).orElseThrow().toString();
    }

    private static Place warehouse(List<LocalTime> cutoffs) {
        return new Place(
                "w",
                Place.Kind.WAREHOUSE,
                new GeoPoint(53.8, 27.6),
                false,
                PlaceStatus.OPEN,
                cutoffs,
                ZoneId.of("Europe/Minsk"));
    }
}
