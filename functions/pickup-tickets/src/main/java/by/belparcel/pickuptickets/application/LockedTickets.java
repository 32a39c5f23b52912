package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The locked tickets of a pick-up point. */
@FunctionalInterface
public interface LockedTickets {

    Mono<LockedPage> page(Transaction tx, String pvzId, int page, int limit);

    /** One locked ticket. */
    record LockedTicket(String ticketId, String orderId, Instant lockedUntil) {}

    /** A page of them; beyond the end it is empty. */
    record LockedPage(List<LockedTicket> items, int page, int limit, long total, long totalPages) {

        public LockedPage {
            items = List.copyOf(items);
        }
    }
}
