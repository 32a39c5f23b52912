package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The parcels' store. Every change happens under the lock of the parcel's row. */
public interface Parcels {

    /** All parcels that any of these names may mean, locked in the order of their ids, so that no two callers wait for each other. */
    Mono<List<Parcel>> lock(Transaction tx, Collection<ParcelName> names);

    /** The same without locks. */
    Mono<List<Parcel>> find(Transaction tx, Collection<ParcelName> names);

    /**
     * Writes new parcels, each with a row of history. A parcel whose number, order place or id is known already is left out.
     *
     * @return ids of those that were written
     */
    Mono<Set<String>> insert(ParcelWork work, List<ParcelChange> changes);

    /** Writes changed parcels, which the caller holds locked, each with a row of history. */
    Mono<Void> save(ParcelWork work, List<ParcelChange> changes);
}
