package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** CREATED → AUTHORIZED, and on to CONFIRMED when the ticket was faster. A late authorisation of a cancelled order is ignored here: the payment voids it. */
public final class AuthorizeOrderOnPaymentAuthorized implements EventHandler<PaymentEvent.Authorized> {

    private final SagaStep saga;

    public AuthorizeOrderOnPaymentAuthorized(SagaStep saga) {
        this.saga = saga;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Authorized event, EventContext context) {
        return saga.on(event.orderId(), context, order -> order.paymentAuthorized(event.paymentId()));
    }
}
