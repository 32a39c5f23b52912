package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.BatchPart;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The orders of a batch, read and written as one set. */
public interface BatchedOrders {

    /** The named orders, locked in the order of their ids; unknown ones are missing. @param all also all that were ever in the batch */
    Mono<List<BatchedOrder>> lock(Transaction tx, String batchId, List<String> orderIds, boolean all);

    /** Stores states, memberships and history; fails when an order has changed since it was locked. */
    Mono<Void> save(Transaction tx, String batchId, List<BatchMove> moves, Instant at, Cause cause);

    /** Hands the orders of a batch to its children. False when one of them is not known to be in the batch: nothing is sure then. */
    Mono<Boolean> split(Transaction tx, String batchId, List<BatchPart> children, Instant at);
}
