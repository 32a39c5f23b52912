package by.belparcel.pickuppoints.application.following;

import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.PackageTable;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A parcel is EXPECTED as soon as three things are known, in whatever order: its order, its batch's destination, and that the
 * batch is on its way. So each of them asks here what is still lacking, under the lock of the batch.
 */
public final class Expecting {

    private final InboundBatches batches;
    private final Announcements announcements;
    private final Parcels parcels;
    private final PackageTable packages;

    public Expecting(InboundBatches batches, Announcements announcements, Parcels parcels, PackageTable packages) {
        this.batches = batches;
        this.announcements = announcements;
        this.parcels = parcels;
        this.packages = packages;
    }

    /** Writes the batch down and expects what it brings. */
    Mono<Void> save(ParcelWork work, InboundBatch before, InboundBatch after) {
        return batches.save(work.tx(), before, after, work.now()).flatMap(batch -> expect(work, batch));
    }

    /** @param batch locked */
    Mono<Void> expect(ParcelWork work, InboundBatch batch) {
        if (batch.destination() == null || batch.toHub() || !batch.state().brings()) {
            return Mono.empty();
        }
        return announcements.lacking(work.tx(), batch).flatMap(lacking -> add(work, batch, lacking));
    }

    private Mono<Void> add(ParcelWork work, InboundBatch batch, List<AnnouncedParcel> lacking) {
        if (lacking.isEmpty()) {
            return Mono.empty();
        }
        List<ParcelChange> changes = lacking.stream()
                .map(parcel -> parcel.expected(work.newId().get(), batch.id(), packages, work.now()))
                .map(parcel -> ParcelChange.of(parcel, "EXPECTED"))
                .toList();
        return parcels.insert(work, changes)
                .doOnNext(written -> changes.stream()
                        .map(ParcelChange::after)
                        .filter(parcel -> written.contains(parcel.id()))
                        .forEach(parcel -> ParcelFacts.expected(work, parcel)))
                .then();
    }
}
