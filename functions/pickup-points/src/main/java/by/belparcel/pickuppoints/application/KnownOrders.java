package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.ParcelName;
import reactor.core.publisher.Mono;

/** Orders that are announced to pick-up points. */
@FunctionalInterface
public interface KnownOrders {

    /** The order that this name may mean; empty when none is announced. */
    Mono<KnownOrder> find(Transaction tx, ParcelName name);
}
