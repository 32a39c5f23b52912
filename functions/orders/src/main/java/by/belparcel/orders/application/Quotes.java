package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Quotes that pricing announced. */
public interface Quotes {

    Mono<Quote> find(Transaction tx, String quoteId);

    /** Recording a quote twice changes nothing. */
    Mono<Void> record(Transaction tx, Quote quote);
}
