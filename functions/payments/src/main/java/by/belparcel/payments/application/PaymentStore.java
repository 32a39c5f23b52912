package by.belparcel.payments.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.model.Payment;
import reactor.core.publisher.Mono;

/** Where payments are kept. */
public interface PaymentStore {

    Mono<Payment> byId(Transaction tx, String id);

    Mono<Payment> byOrder(Transaction tx, String orderId);

    /** Stores a new payment with its ledger lines, unless the order has one; tells whether the order is cancelled. */
    Mono<Added> add(Transaction tx, Payment payment);

    /** Stores a changed payment with its ledger lines. @return false when somebody else changed it since it was loaded */
    Mono<Boolean> save(Transaction tx, Payment payment);

    /** @param added false when the order already had a payment */
    record Added(boolean added, boolean orderCancelled) {}
}
