package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Parcels as members of a batch. */
public interface BatchParcels {

    /** Those of the batch and all that any of these names may mean, locked in the order of their ids. */
    Mono<List<Parcel>> lock(Transaction tx, String batchId, Collection<ParcelName> names);

    /** Parcels of announced orders that were not cancelled, wherever they go. */
    Mono<List<AnnouncedParcel>> announced(Transaction tx, Collection<ParcelName> names);

    /** Parcels of the batch that a receipt called missing and that are still expected. */
    Mono<List<Parcel>> missing(Transaction tx, String batchId);

    /** Notes what the receipt says of parcels that stay expected. */
    Mono<Void> mark(Transaction tx, Collection<String> missing, Collection<String> damaged);
}
