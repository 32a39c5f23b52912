package by.belparcel.trips.application.queries;

import by.belparcel.kernel.TripState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a trip, the oldest first. */
public record TimelineView(String tripId, String number, List<Entry> entries) {

    public TimelineView {
        entries = List.copyOf(entries);
    }

    /**
     * One change.
     *
     * @param kind a word
     * @param detail what else is to be known of it
     * @param state of the trip afterwards
     */
    public record Entry(
            long version, Instant at, String kind, @Nullable String detail, TripState state, String actor) {}
}
