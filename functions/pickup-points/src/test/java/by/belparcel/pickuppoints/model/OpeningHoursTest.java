package by.belparcel.pickuppoints.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pickuppoints.model.OpeningHours.Day;
import by.belparcel.pickuppoints.model.OpeningHours.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    @Test
    void mayTouchAndMayBeEmpty() {
        assertThat(hours("09:00", "13:00", "13:00", "24:00").problem()).isEmpty();
        assertThat(hours().problem()).isEmpty();
        assertThat(OpeningHours.UNKNOWN.problem()).isEmpty();
    }

    @Test
    void endAfterTheyBegin() {
        assertThat(hours("10:00", "10:00").problem())
                .hasValueSatisfying(p -> assertThat(p).contains("MON", "10:00"));
        assertThat(hours("10:01", "10:00").problem()).isPresent();
        assertThat(hours("10:00", "10:01").problem()).isEmpty();
    }

    @Test
    void neverOverlapInWhateverOrder() {
        assertThat(hours("09:00", "13:00", "12:59", "14:00").problem()).isPresent();
        assertThat(hours("12:59", "14:00", "09:00", "13:00").problem()).isPresent();
        assertThat(hours("09:00", "18:00", "10:00", "11:00").problem()).isPresent();
        assertThat(hours("14:00", "15:00", "09:00", "13:00").problem()).isEmpty();
    }

    @Test
    void nameADayOnce() {
        Day sunday = new Day("SUN", List.of());
        assertThat(new OpeningHours(List.of(sunday, new Day("2026-12-25", List.of()))).problem())
                .isEmpty();
        assertThat(new OpeningHours(List.of(sunday, sunday)).problem()).isPresent();
    }

    @Test
    void nameADayThatExists() {
        assertThat(new OpeningHours(List.of(new Day("2028-02-29", List.of()))).problem())
                .isEmpty();
        assertThat(new OpeningHours(List.of(new Day("2027-02-29", List.of()))).problem())
                .hasValueSatisfying(p -> assertThat(p).contains("2027-02-29"));
    }

    private static OpeningHours hours(String... times) {
        List<Interval> open = new ArrayList<>();
        for (int i = 0; i < times.length; i += 2) {
            open.add(new Interval(times[i], times[i + 1]));
        }
        return new OpeningHours(List.of(new Day("MON", open)));
    }
}
