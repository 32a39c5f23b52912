package by.belparcel.batching.application;

import by.belparcel.kernel.BatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of batches shows. Absent or empty = not filtered by it.
 *
 * @param olderThan age of the oldest order
 * @param after the last row of the page before
 */
public record BatchFilter(
        List<BatchState> states,
        @Nullable String warehouse,
        @Nullable String dest,
        @Nullable Duration olderThan,
        @Nullable Position after,
        int limit) {

    public BatchFilter {
        states = List.copyOf(states);
    }

    /** Everything but page size and place: a cursor of one list does not fit another one. */
    String name() {
        return String.join("|", "batches", states.toString(), "" + warehouse, "" + dest, "" + olderThan);
    }

    BatchFilter after(@Nullable Position position) {
        return new BatchFilter(states, warehouse, dest, olderThan, position, limit);
    }

    /** Sort key with its unique tie-breaker. */
    public record Position(Instant at, String id) {}
}
