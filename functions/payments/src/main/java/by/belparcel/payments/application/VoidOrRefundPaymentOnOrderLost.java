package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.payments.model.RefundReason;
import reactor.core.publisher.Mono;

/** A lost order costs nothing (rule 5): what is reserved is let go, what is taken goes back with the delivery fee. */
public final class VoidOrRefundPaymentOnOrderLost implements EventHandler<OrderEvent.Lost> {

    private final Till till;

    public VoidOrRefundPaymentOnOrderLost(Till till) {
        this.till = till;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Lost event, EventContext context) {
        return till.changeOf(
                event.orderId(),
                Step.of(context),
                payment -> payment.cancel(context.newId(), RefundReason.ORDER_LOST, context.now()));
    }
}
