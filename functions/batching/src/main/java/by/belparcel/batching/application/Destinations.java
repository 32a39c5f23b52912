package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.store.Transaction;
import java.util.List;
import reactor.core.publisher.Mono;

/** Batches by where they go. */
public interface Destinations {

    /** The open batches to this place, locked in the order of their ids. */
    Mono<List<Batch>> open(Transaction tx, String placeId);
}
