package by.belparcel.tracking.stream.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the feed as it goes to clients.
 *
 * @param xid transaction that wrote it
 * @param json the frame without its closing brace: a cursor may follow
 * @param point where the vehicle is; positions only
 * @param sequence number of the position within its trip, and {@code deviceTime} in milliseconds; 0 for other kinds
 * @param owner whose trip it is now, not when the row was written
 * @param inTransit whether the trip is in transit now
 */
public record FeedRow(
        long xid,
        FeedKind kind,
        String tripId,
        String json,
        @Nullable Point point,
        long sequence,
        long deviceTime,
        Owner owner,
        boolean inTransit) {

    public record Point(double lat, double lng) {}

    /** Carrier and pickup points of a trip. */
    public record Owner(@Nullable String carrierId, List<String> pvzIds) {

        public Owner {
            pvzIds = List.copyOf(pvzIds);
        }
    }

    /** Bytes that it takes while it waits, roughly. */
    public int weight() {
        return json.length() + 64;
    }
}
