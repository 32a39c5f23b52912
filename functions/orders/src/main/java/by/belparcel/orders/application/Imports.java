package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Results of imports. */
public interface Imports {

    Mono<Void> add(Transaction tx, ImportView result);

    Mono<ImportView> find(Transaction tx, String id);
}
