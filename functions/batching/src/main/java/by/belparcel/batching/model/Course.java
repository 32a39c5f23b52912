package by.belparcel.batching.model;

import by.belparcel.kernel.BatchCloseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a batch since it was opened.
 *
 * @param tripId the trip that carries it or will
 * @param parentId the batch that it was split from
 */
public record Course(
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable BatchCloseReason reason,
        @Nullable String tripId,
        @Nullable String parentId,
        @Nullable String seal) {

    public static Course opened(Instant at) {
        return new Course(at, null, null, null, null, null);
    }

    Course closed(Instant at, BatchCloseReason why) {
        return new Course(openedAt, at, why, tripId, parentId, seal);
    }

    Course on(@Nullable String trip) {
        return new Course(openedAt, closedAt, reason, trip, parentId, seal);
    }

    Course sealed(@Nullable String withSeal) {
        return new Course(openedAt, closedAt, reason, tripId, parentId, withSeal);
    }

    Course from(String parent) {
        return new Course(openedAt, closedAt, reason, tripId, parent, seal);
    }
}
