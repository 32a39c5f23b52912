package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** The provider confirmed a refund: only now is it shown as done. */
public final class RecordRefundOnPaymentRefunded implements EventHandler<PaymentEvent.Refunded> {

    private final PaymentFacts facts;

    public RecordRefundOnPaymentRefunded(PaymentFacts facts) {
        this.facts = facts;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Refunded event, EventContext context) {
        return facts.record(event.orderId(), event.paymentId(), PaymentFact.State.REFUNDED, null, event.at(), context);
    }
}
