package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.InboundState;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Announces what was found in a batch. */
final class ReceiptFacts {

    private ReceiptFacts() {}

    /**
     * @param shelved parcels that the point holds from now on
     * @param missing parcels of the batch that have not come until now
     */
    static void received(
            ParcelWork work, InboundBatch batch, Sorted sorted, List<Parcel> shelved, Stream<Parcel> missing) {
        String pvzId = Objects.requireNonNull(batch.destination());
        emit(
                work,
                batch,
                new BatchEvent.ReceivedByPvz(
                        batch.id(),
                        pvzId,
                        shelved.stream()
                                .filter(parcel ->
                                        batch.id().equals(parcel.origin().batchId()))
                                .map(ReceiptFacts::ref)
                                .toList(),
                        missing.map(ReceiptFacts::ref).toList(),
                        refs(sorted.extra()),
                        refs(sorted.damaged()),
                        batch.state() == InboundState.PARTIALLY_RECEIVED,
                        work.now()));
        shelved.forEach(parcel -> ParcelFacts.accepted(work, parcel));
        for (Sorted.Found found : sorted.extra()) {
            emit(
                    work,
                    batch,
                    new PvzEvent.ExtraFound(
                            order(found),
                            batch.id(),
                            pvzId,
                            found.line().note(),
                            found.line().attachmentIds(),
                            work.now()));
        }
        for (Sorted.Found found : sorted.damaged()) {
            emit(
                    work,
                    batch,
                    new PvzEvent.ParcelDamaged(
                            order(found),
                            batch.id(),
                            pvzId,
                            found.line().note(),
                            found.line().attachmentIds(),
                            work.now()));
        }
    }

    private static void emit(ParcelWork work, InboundBatch batch, DomainEvent event) {
        work.emitter().emit(event, batch.version());
    }

    private static List<ParcelRef> refs(List<Sorted.Found> found) {
        return found.stream()
                .map(one -> one.parcel() == null ? new ParcelRef(order(one), null) : ref(one.parcel()))
                .toList();
    }

    private static ParcelRef ref(Parcel parcel) {
        return new ParcelRef(parcel.key().orderId(), parcel.key().parcelNo());
    }

    /** The order, when the label or the parcel says it. */
    private static @Nullable String order(Sorted.Found found) {
        ParcelName name = found.line().name();
        if (found.parcel() != null) {
            return found.parcel().key().orderId();
        }
        return name != null && name.kind() == ParcelName.Kind.UUID ? name.value() : null;
    }
}
