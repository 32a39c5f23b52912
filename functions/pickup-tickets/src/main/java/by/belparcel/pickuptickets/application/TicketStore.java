package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.model.PickupTicket;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Where tickets are kept. */
public interface TicketStore {

    Mono<PickupTicket> byOrder(Transaction tx, String orderId);

    /** As {@link #byOrder}, and nobody else changes the ticket until the transaction ends. */
    Mono<PickupTicket> lockByOrder(Transaction tx, String orderId);

    /** Which of these code hashes are in use at the pick-up point. */
    Mono<Set<String>> taken(Transaction tx, String pvzId, List<String> hashes);

    /** Stores a locked ticket. */
    Mono<Void> save(Transaction tx, PickupTicket ticket);
}
