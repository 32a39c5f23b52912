package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.orders.model.CancelCause;
import reactor.core.publisher.Mono;

/** CREATED → CANCELLED (PAYMENT_TIMEOUT). The timer is a hint: an order that has moved on stays as it is. */
public final class CancelOrderOnPaymentDecisionTimeout implements EventHandler<PlatformEvent.TimerFired> {

    private final SagaStep saga;

    public CancelOrderOnPaymentDecisionTimeout(SagaStep saga) {
        this.saga = saga;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return saga.on(event.subject(), context, order -> order.cancelled(CancelCause.PAYMENT_TIMEOUT));
    }
}
