package by.belparcel.alerts.application;

import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a trip says about its course.
 *
 * @param planVersion the plan with the greatest version counts
 * @param clears conditions of the trip that it ends
 */
public record TripNote(
        String tripId,
        @Nullable Instant plannedDeparture,
        @Nullable Long planVersion,
        boolean confirmed,
        boolean started,
        boolean over,
        List<AlertKind> clears,
        Instant at) {

    static TripNote planned(String tripId, Instant departure, long version, Instant at) {
        return new TripNote(tripId, departure, version, false, false, false, List.of(), at);
    }

    static TripNote confirmed(String tripId, Instant at, AlertKind... clears) {
        return new TripNote(tripId, null, null, true, false, false, List.of(clears), at);
    }

    static TripNote started(String tripId, Instant at, AlertKind... clears) {
        return new TripNote(tripId, null, null, false, true, false, List.of(clears), at);
    }

    static TripNote over(String tripId, Instant at) {
        return new TripNote(tripId, null, null, false, false, true, List.of(), at);
    }

    /** Only to lock it. */
    static TripNote nothing(String tripId, Instant at) {
        return new TripNote(tripId, null, null, false, false, false, List.of(), at);
    }
}
