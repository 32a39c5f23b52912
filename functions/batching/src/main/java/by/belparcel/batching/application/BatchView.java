package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Key;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as staff see it.
 *
 * @param closesAt when it closes by itself, absent unless it is open
 * @param orders absent in lists and in answers to commands, as are what is missing and the changes
 */
public record BatchView(
        String id,
        String number,
        KeyView key,
        BatchState state,
        long version,
        int count,
        long weightG,
        long volumeCm3,
        Instant oldestOrderAt,
        @Nullable Instant closesAt,
        @Nullable BatchCloseReason closeReason,
        @Nullable String tripId,
        @Nullable String seal,
        @Nullable String parentBatchId,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable List<OrderLine> orders,
        @Nullable List<MissingParcel> missing,
        @Nullable List<Change> changes) {

    /** See {@link Key}. */
    public record KeyView(String origin, DestinationType destType, String destId, ServiceClass service) {}

    /**
     * An order of the batch.
     *
     * @param active it has not left the batch
     * @param missing the carrier did not find it
     */
    public record OrderLine(
            String orderId,
            long weightG,
            long volumeCm3,
            Instant readyAt,
            Instant addedAt,
            boolean active,
            boolean missing) {}

    /** What a person did with the batch and why. */
    public record Change(long version, Instant at, String action, String reason, String actor) {}

    static BatchView of(Batch batch) {
        return of(batch, null, null, null);
    }

    static BatchView of(
            Batch batch,
            @Nullable List<OrderLine> orders,
            @Nullable List<MissingParcel> missing,
            @Nullable List<Change> changes) {
        Key key = batch.key();
        return new BatchView(
                batch.id(),
                batch.number(),
                new KeyView(key.origin(), key.destType(), key.destId(), key.service()),
                batch.state(),
                batch.version(),
                batch.load().count(),
                batch.load().weightG(),
                batch.load().volumeCm3(),
                batch.schedule().oldestAt(),
                batch.state() == BatchState.OPEN ? batch.schedule().closesAt() : null,
                batch.course().reason(),
                batch.course().tripId(),
                batch.course().seal(),
                batch.course().parentId(),
                batch.course().openedAt(),
                batch.course().closedAt(),
                orders,
                missing,
                changes);
    }
}
