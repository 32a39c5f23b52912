package by.belparcel.trips.application.planning;

import by.belparcel.kernel.Numbers;
import by.belparcel.trips.model.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;

/** When a trip leaves: max(now + 30 min, next cut-off) (domain delivery.md section 4, planning 4). */
final class Departures {

    private Departures() {}

    static Instant of(Place origin, Instant now, Duration lead) {
        Instant earliest = now.plus(lead);
        LocalDate today = now.atZone(Numbers.MINSK).toLocalDate();
        return IntStream.rangeClosed(0, 1)
                .mapToObj(today::plusDays)
                .flatMap(day -> origin.cutoffs().stream().map(cutoff -> at(day, cutoff)))
                .filter(cutoff -> cutoff.isAfter(now))
                .min(Instant::compareTo)
                .filter(cutoff -> cutoff.isAfter(earliest))
                .orElse(earliest);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Numbers.MINSK).toInstant();
    }
}
