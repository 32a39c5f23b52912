package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** The money was taken: shown with the order. */
public final class RecordCaptureOnPaymentCaptured implements EventHandler<PaymentEvent.Captured> {

    private final PaymentFacts facts;

    public RecordCaptureOnPaymentCaptured(PaymentFacts facts) {
        this.facts = facts;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Captured event, EventContext context) {
        return facts.record(event.orderId(), event.paymentId(), PaymentFact.State.CAPTURED, null, event.at(), context);
    }
}
