package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** Money is on its way back: the order shows "refund pending" until the provider settles it. */
public final class RecordRefundOnPaymentRefundRequested implements EventHandler<PaymentEvent.RefundRequested> {

    private final PaymentFacts facts;

    public RecordRefundOnPaymentRefundRequested(PaymentFacts facts) {
        this.facts = facts;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.RefundRequested event, EventContext context) {
        return facts.record(
                event.orderId(),
                event.paymentId(),
                PaymentFact.State.REFUND_PENDING,
                event.reason(),
                event.at(),
                context);
    }
}
