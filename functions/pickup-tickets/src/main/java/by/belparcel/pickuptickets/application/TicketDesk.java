package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Gives out tickets and keeps in mind which orders are cancelled, in whatever order the news arrives. */
public interface TicketDesk {

    /** Issues the ticket of an order in one statement, unless the order is cancelled or has one. */
    Mono<Issue> issue(Transaction tx, String ticketId, String number, String orderId, Instant at);

    /** Remembers the cancellation; a concurrent issue either sees it or is seen by us. */
    Mono<Void> cancelled(Transaction tx, String orderId, String reason, Instant at);

    enum Issue {
        ISSUED,
        ALREADY_THERE,
        ORDER_CANCELLED
    }
}
