package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import reactor.core.publisher.Mono;

/** Revokes the ticket of an order where there is one. */
final class Revocation {

    private final TicketStore store;

    Revocation(TicketStore store) {
        this.store = store;
    }

    /** @return false when there was nothing to revoke */
    Mono<Boolean> revoke(String orderId, String reason, EventContext context) {
        return store.lockByOrder(context.tx(), orderId)
                .filter(ticket -> ticket.revoke(reason))
                .flatMap(ticket -> store.save(context.tx(), ticket).then(Mono.fromSupplier(() -> {
                    TicketFacts.publish(context, ticket, context.now());
                    return true;
                })))
                .defaultIfEmpty(false);
    }
}
