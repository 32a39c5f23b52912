package by.belparcel.trips.application.queries;

import by.belparcel.trips.application.TripView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What nobody carries yet.
 *
 * @param items trips without a carrier, the next to leave first
 * @param waiting batches without a trip
 */
public record UnassignedView(List<TripView> items, List<Waiting> waiting) {

    public UnassignedView {
        items = List.copyOf(items);
        waiting = List.copyOf(waiting);
    }

    /** A batch without a trip. @param reason why it was not placed, absent before the first attempt */
    public record Waiting(
            String batchId,
            String number,
            String originId,
            String destId,
            int orders,
            @Nullable String reason,
            int attempts,
            Instant since) {}
}
