package by.belparcel.payments.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Callbacks that cannot be believed as they are; people look at them. */
public interface Quarantine {

    Mono<Void> keep(Transaction tx, ProviderCallback callback, Reason reason);

    enum Reason {
        UNKNOWN_PROVIDER,
        UNKNOWN_REFERENCE,
        AMOUNT_MISMATCH
    }
}
