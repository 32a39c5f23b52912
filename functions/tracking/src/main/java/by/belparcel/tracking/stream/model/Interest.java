package by.belparcel.tracking.stream.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for among the trips that it may see.
 *
 * @param trips null = all
 * @param bbox null = everywhere
 */
public record Interest(
        @Nullable Set<String> trips, @Nullable Bbox bbox) {

    public static final Interest EVERYTHING = new Interest(null, null);

    public Interest {
        trips = trips == null ? null : Set.copyOf(trips);
    }

    public boolean wants(String tripId) {
        return trips == null || trips.contains(tripId);
    }
}
