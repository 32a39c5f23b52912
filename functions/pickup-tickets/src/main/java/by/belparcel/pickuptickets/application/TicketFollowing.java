package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.pickuptickets.model.FreeCodes;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.Standing;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Moves the ticket of an order to where its parcels are. The ticket's row is the lock on which the news of several parcels meet. */
public final class TicketFollowing {

    private final TicketStore store;
    private final Parcels parcels;
    private final PickupCodes codes;

    public TicketFollowing(TicketStore store, Parcels parcels, PickupCodes codes) {
        this.store = store;
        this.parcels = parcels;
        this.codes = codes;
    }

    Mono<Void> follow(String orderId, EventContext context) {
        return store.lockByOrder(context.tx(), orderId)
                .flatMap(ticket -> parcels.standing(context.tx(), orderId)
                        .flatMap(standing -> taken(ticket, standing, context)
                                .flatMap(taken -> move(ticket, standing, new FreeCodes(codes, taken), context))));
    }

    private Mono<Void> move(PickupTicket ticket, Standing standing, FreeCodes free, EventContext context) {
        if (!ticket.follow(standing, free, context.now())) {
            return Mono.empty();
        }
        return store.save(context.tx(), ticket)
                .then(Mono.fromRunnable(() -> TicketFacts.publish(context, ticket, context.now())));
    }

    /** Only a ticket that never had a code gets one here. */
    private Mono<Set<String>> taken(PickupTicket ticket, Standing standing, EventContext context) {
        TicketSnapshot t = ticket.snapshot();
        String pvz = standing.pvzId();
        return pvz == null || t.code().hash() != null
                ? Mono.just(Set.of())
                : store.taken(context.tx(), pvz, FreeCodes.candidates(codes, t.id(), pvz, t.code()));
    }
}
