package by.belparcel.pricing.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Offered prices. */
public interface Quotes {

    Mono<Void> add(Transaction tx, Quote quote);

    Mono<Quote> find(Transaction tx, String id);
}
