package by.belparcel.operations.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.model.DeadLetter;
import reactor.core.publisher.Mono;

/** Knows whether sending a dead letter again still makes sense. */
public interface Supersession {

    /** Whether its consumer has applied a later version of the same aggregate. */
    Mono<Boolean> isSuperseded(Transaction tx, DeadLetter letter);
}
