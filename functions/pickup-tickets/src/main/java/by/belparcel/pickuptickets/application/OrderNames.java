package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** By what names an order is found at the counter. */
public interface OrderNames {

    /** @return false when it was known */
    Mono<Boolean> note(Transaction tx, String orderId, String number);

    /** The order of this number. */
    Mono<String> byNumber(Transaction tx, String number);

    /** The order whose ticket has this number. */
    Mono<String> byTicket(Transaction tx, String ticketNumber);

    /** The order whose live code at this point has this hash. */
    Mono<String> byCode(Transaction tx, String pvzId, String codeHash);
}
