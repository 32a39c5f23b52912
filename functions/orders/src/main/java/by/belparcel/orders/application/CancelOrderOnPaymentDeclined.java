package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import by.belparcel.orders.model.CancelCause;
import reactor.core.publisher.Mono;

/** CREATED → CANCELLED (PAYMENT_DECLINED). */
public final class CancelOrderOnPaymentDeclined implements EventHandler<PaymentEvent.Declined> {

    private final SagaStep saga;

    public CancelOrderOnPaymentDeclined(SagaStep saga) {
        this.saga = saga;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Declined event, EventContext context) {
        return saga.on(event.orderId(), event.code(), context, order -> order.cancelled(CancelCause.PAYMENT_DECLINED));
    }
}
