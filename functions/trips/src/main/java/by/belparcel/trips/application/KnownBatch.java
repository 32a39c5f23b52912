package by.belparcel.trips.application;

import by.belparcel.kernel.BatchState;
import by.belparcel.trips.model.TripBatch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row about a batch.
 *
 * @param state OPEN while only removals are known
 * @param content absent until the batch was closed
 * @param closedSequence version of the batch that the content is from, whether a closing or a removal told it
 * @param removed orders that were taken out, each with the version of that event
 * @param attempts how often no trip was found
 */
public record KnownBatch(
        BatchState state,
        @Nullable String tripId,
        @Nullable TripBatch content,
        long closedSequence,
        List<Removed> removed,
        int attempts) {

    public KnownBatch {
        removed = List.copyOf(removed);
    }

    /** An order that left the batch. */
    public record Removed(String orderId, long sequence) {}

    /** Whether it has left its trip or was loaded since it was read before: somebody held that trip in the meantime. */
    public boolean hasMoved(KnownBatch before) {
        return state != before.state || !Objects.equals(tripId, before.tripId);
    }

    /** What a batch of this version holds when what was taken out later is gone. */
    public TripBatch without(TripBatch closed, long sequence) {
        List<String> gone = removed.stream()
                .filter(one -> one.sequence() > sequence)
                .map(Removed::orderId)
                .toList();
        if (gone.isEmpty()) {
            return closed;
        }
        long weight = closed.weightG();
        long volume = closed.volumeCm3();
        for (var order : closed.orders()) {
            weight -= gone.contains(order.orderId()) ? order.weightG() : 0;
            volume -= gone.contains(order.orderId()) ? order.volumeCm3() : 0;
        }
        List<String> left =
                closed.orderIds().stream().filter(id -> !gone.contains(id)).toList();
        return closed.withContent(left, weight, volume);
    }
}
