package by.belparcel.orders.application;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Finds out why an order could not be inserted. */
public interface OrderConflicts {

    Mono<Rejection> explain(Transaction tx, OrderRecord refused);
}
