package by.belparcel.trips.application.queries;

import by.belparcel.kernel.TripState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of trips shows. Absent or empty = not filtered by it.
 *
 * @param places trips that call at one of them
 * @param carriers trips that one of them drives
 * @param departsTo exclusive
 * @param q a trip's number or the beginning of one
 * @param byDeparture sorted by planned departure, else by creation
 * @param after the last row of the page before
 */
public record TripFilter(
        List<TripState> states,
        List<String> places,
        @Nullable String warehouse,
        List<String> carriers,
        @Nullable Instant departsFrom,
        @Nullable Instant departsTo,
        @Nullable Boolean needsManual,
        @Nullable Boolean late,
        @Nullable String q,
        boolean byDeparture,
        boolean descending,
        @Nullable Position after,
        int limit) {

    public TripFilter {
        states = List.copyOf(states);
        places = List.copyOf(places);
        carriers = List.copyOf(carriers);
    }

    /** Where a page ends. */
    public record Position(Instant at, String id) {}

    TripFilter of(List<String> somePlaces, List<String> someCarriers, @Nullable Position from) {
        return new TripFilter(
                states,
                somePlaces,
                warehouse,
                someCarriers,
                departsFrom,
                departsTo,
                needsManual,
                late,
                q,
                byDeparture,
                descending,
                from,
                limit);
    }

    /** Everything but page size and place: a cursor of one list does not fit another one. */
    String name() {
        return of(places, carriers, null).toString().replaceAll("limit=\\d+", "");
    }
}
