package by.belparcel.payments.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Money;
import reactor.core.publisher.Mono;

/** Fees of a pick-up point that are paid at its counter, beside the payment of the order. */
public interface FeeBook {

    /** Books a storage fee, once for each settlement. False when the order has no payment here yet. */
    Mono<Boolean> book(Transaction tx, String settlementId, String orderId, Money fee);
}
