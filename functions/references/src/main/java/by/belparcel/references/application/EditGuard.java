package by.belparcel.references.application;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.model.Reference;
import reactor.core.publisher.Mono;

/** Says why an edit must not be; empty when it may be. */
@FunctionalInterface
public interface EditGuard<T extends Reference> {

    Mono<Rejection> objection(Transaction tx, T before, T after);

    /** Lets everything pass. */
    static <T extends Reference> EditGuard<T> noop() {
        return (tx, before, after) -> Mono.empty();
    }
}
