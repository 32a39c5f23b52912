package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** Takes the right to collect away when the order is cancelled, and remembers it when the ticket is not there yet. */
public final class RevokePickupTicketOnOrderCancelled implements EventHandler<OrderEvent.Cancelled> {

    private final TicketDesk desk;
    private final Revocation revocation;

    public RevokePickupTicketOnOrderCancelled(TicketDesk desk, TicketStore store) {
        this.desk = desk;
        this.revocation = new Revocation(store);
    }

    @Override
    public Mono<Handled> on(OrderEvent.Cancelled event, EventContext context) {
        return desk.cancelled(context.tx(), event.orderId(), event.reason(), event.at())
                .then(Mono.defer(() -> revocation.revoke(event.orderId(), "ORDER_CANCELLED", context)))
                .then(Handled.applied());
    }
}
