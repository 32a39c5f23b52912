package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PickupTicketEvent;
import reactor.core.publisher.Mono;

/** AUTHORIZED → CONFIRMED: the end of the payment saga. A ticket that is faster than the authorisation is noted. */
public final class ConfirmOrderOnPickupTicketIssued implements EventHandler<PickupTicketEvent.Issued> {

    private final SagaStep saga;

    public ConfirmOrderOnPickupTicketIssued(SagaStep saga) {
        this.saga = saga;
    }

    @Override
    public Mono<Handled> on(PickupTicketEvent.Issued event, EventContext context) {
        return saga.on(event.orderId(), context, order -> order.ticketIssued(event.ticketId()));
    }
}
