package by.belparcel.batching.application;

import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** What is known of the orders. */
public interface Parcels {

    /** False when the order is known already, above all when it was cancelled before it was confirmed. */
    Mono<Boolean> register(Transaction tx, Parcel parcel);

    /** The order has come to a hub: it leaves the batch that brought it. False when that is not news or it was cancelled. */
    Mono<Boolean> arrive(Transaction tx, Parcel parcel);

    /** Whatever comes later, the order is never batched again. False when that is known. */
    Mono<Boolean> cancel(Transaction tx, String orderId);

    /** Those of the given orders that are not cancelled, locked, longest waiting first. */
    Mono<List<Parcel>> take(Transaction tx, Collection<String> orderIds);
}
