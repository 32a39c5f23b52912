package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.orders.model.CancelCause;
import reactor.core.publisher.Mono;

/** AUTHORIZED → CANCELLED (TICKET_FAILED); the payment is voided on the cancellation. */
public final class CancelOrderOnPickupTicketRejected implements EventHandler<PickupTicketEvent.Rejected> {

    private final SagaStep saga;

    public CancelOrderOnPickupTicketRejected(SagaStep saga) {
        this.saga = saga;
    }

    @Override
    public Mono<Handled> on(PickupTicketEvent.Rejected event, EventContext context) {
        return saga.afterPayment(
                event.orderId(), event.reason(), context, order -> order.cancelled(CancelCause.TICKET_FAILED));
    }
}
