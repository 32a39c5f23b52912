package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** Takes the right away when the order is lost: as a whole, whichever parcel of it is, because all of its money goes back. */
public final class RevokePickupTicketOnOrderLost implements EventHandler<OrderEvent.Lost> {

    private final Revocation revocation;

    public RevokePickupTicketOnOrderLost(TicketStore store) {
        this.revocation = new Revocation(store);
    }

    @Override
    public Mono<Handled> on(OrderEvent.Lost event, EventContext context) {
        return revocation.alone(event.orderId(), "ORDER_LOST", context);
    }
}
