package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.OrderState;
import java.util.List;
import reactor.core.publisher.Mono;

/** What tracking knows of orders: whose they are and in which batch they travel. */
public interface ParcelStore {

    /** Whose the order is; in which batch it travels is told by the batches. */
    Mono<Void> batched(Transaction tx, OrderEvent.Batched order);

    /** False when something newer is known. */
    Mono<Boolean> state(Transaction tx, String orderId, OrderState state, long sequence);

    /** The orders travel in this batch from now on. */
    Mono<Void> travels(Transaction tx, List<String> orderIds, String batchId);

    /** The order left the batch, unless it is in another one by now. */
    Mono<Void> leaves(Transaction tx, String orderId, String batchId);
}
