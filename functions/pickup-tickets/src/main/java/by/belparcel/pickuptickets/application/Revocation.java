package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import reactor.core.publisher.Mono;

/** Revokes the ticket of an order where there is one. */
final class Revocation {

    private final TicketStore store;

    Revocation(TicketStore store) {
        this.store = store;
    }

    /** For a fact that says nothing else: IGNORED when there was nothing to revoke. */
    Mono<Handled> alone(String orderId, String reason, EventContext context) {
        return revoke(orderId, reason, context)
                .flatMap(revoked -> revoked ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
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
