package by.belparcel.batching.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The cut-off times of a place. */
public final class Cutoffs {

    private Cutoffs() {}

    /** The first one after this moment. */
    public static Optional<Instant> next(Place place, Instant now) {
        LocalDate today = now.atZone(place.zone()).toLocalDate();
        return Stream.of(today, today.plusDays(1))
                .flatMap(day -> place.cutoffs().stream()
                        .map(time -> day.atTime(time).atZone(place.zone()).toInstant()))
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder());
    }
}
