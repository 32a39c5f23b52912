package by.belparcel.batching.application;

import by.belparcel.batching.model.Cargo;
import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Which orders a batch holds. */
public interface Members {

    /** Orders of the batch that have not left it, oldest first. */
    Mono<List<Cargo>> of(Transaction tx, String batchId);

    /** Id of the batch that holds the order, empty when none does. */
    Mono<String> holding(Transaction tx, String orderId);

    /** Notes what the carrier did not find. */
    Mono<Void> miss(Transaction tx, String batchId, Collection<String> orderIds);

    /** The orders travel on without the batch. @return those that were in it and not missing, in the order of their ids */
    Mono<List<String>> release(Transaction tx, String batchId);
}
