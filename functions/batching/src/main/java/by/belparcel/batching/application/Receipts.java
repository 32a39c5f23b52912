package by.belparcel.batching.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.ParcelRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What pick-up points found in batches. Facts only add up, so that they may come in any order. */
public interface Receipts {

    /** @param seen parcels that are at the point */
    Mono<Void> note(
            Transaction tx, String batchId, Collection<ParcelRef> missing, Collection<ParcelRef> seen, Instant at);

    /** A parcel turned up or is given up. @param parcelNo absent = all of the order */
    Mono<Void> settle(Transaction tx, String orderId, @Nullable Integer parcelNo, MissingParcel.State as, Instant at);

    /** Id of the batch that lacked the order or else holds it, empty when there is none. */
    Mono<String> batchOf(Transaction tx, String orderId);

    /** Parcels that did not come with the batch. */
    Mono<List<MissingParcel>> missing(Transaction tx, String batchId);
}
