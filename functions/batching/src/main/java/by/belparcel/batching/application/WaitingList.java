package by.belparcel.batching.application;

import by.belparcel.eventing.store.Transaction;
import java.util.List;
import reactor.core.publisher.Mono;

/** Orders that are confirmed and in no batch. */
public interface WaitingList {

    /** Why an order waits. */
    enum Reason {
        /** Until its destination is open again. */
        DEST_SUSPENDED,
        /** Until an operator puts it into a batch. */
        REMOVED
    }

    Mono<Void> hold(Transaction tx, List<String> orderIds, Reason reason, String destId);

    /** Orders that wait for this destination, locked, longest waiting first. */
    Mono<List<Parcel>> of(Transaction tx, String destId);

    /** The order, locked, when it waits; empty otherwise. */
    Mono<Parcel> find(Transaction tx, String orderId);

    /** Whether the order was cancelled; empty when nothing is known of it. */
    Mono<Boolean> isCancelled(Transaction tx, String orderId);
}
