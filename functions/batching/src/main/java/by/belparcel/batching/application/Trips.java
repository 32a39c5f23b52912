package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** What is known of trips. */
public interface Trips {

    /** False when a newer plan of the trip is known or it was cancelled. */
    Mono<Boolean> plan(Transaction tx, String tripId, long version);

    /** False when that is known. */
    Mono<Boolean> cancel(Transaction tx, String tripId);

    /** The batches with these ids and all others of the trip, locked in the order of their ids. */
    Mono<List<Batch>> touched(Transaction tx, String tripId, Collection<String> batchIds);
}
