package by.belparcel.payments.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What payments remember of orders, also of orders whose payment is not there yet. */
public interface OrderNotes {

    /** Remembers the cancellation; a concurrent authorisation of the order either sees it or is seen by us. */
    Mono<Void> cancelled(Transaction tx, String orderId, String reason, Instant at);
}
