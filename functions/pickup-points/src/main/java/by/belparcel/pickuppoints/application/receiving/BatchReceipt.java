package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.pickuppoints.application.ParcelView;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer to a receipt (message AcceptBatchReply of pvz_service.proto). @param state RECEIVED or PARTIALLY_RECEIVED */
public record BatchReceipt(
        String batchId,
        String pvzId,
        String state,
        List<ParcelView> accepted,
        List<FoundView> missing,
        List<FoundView> extra,
        List<FoundView> damaged) {

    /** A parcel with which something is wrong, as the request names it. */
    public record FoundView(
            @Nullable String orderId,
            @Nullable Integer parcelNo,
            @Nullable String note,
            List<String> attachmentIds) {

        static FoundView of(Sorted.Found found) {
            return new FoundView(
                    found.line().name() == null ? null : found.line().name().given(),
                    found.parcel() == null ? null : found.parcel().key().parcelNo(),
                    found.line().note(),
                    found.line().attachmentIds());
        }
    }

    static BatchReceipt of(InboundBatch batch, Stream<Parcel> accepted, Sorted sorted, Instant now) {
        return new BatchReceipt(
                batch.id(),
                Objects.requireNonNull(batch.destination()),
                batch.state().name(),
                accepted.map(parcel -> ParcelView.of(parcel, now)).toList(),
                sorted.missing().stream().map(FoundView::of).toList(),
                sorted.extra().stream().map(FoundView::of).toList(),
                sorted.damaged().stream().map(FoundView::of).toList());
    }
}
