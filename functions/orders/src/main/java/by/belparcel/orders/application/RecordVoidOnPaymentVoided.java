package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** The reservation was released: shown as voided, never as refunded. */
public final class RecordVoidOnPaymentVoided implements EventHandler<PaymentEvent.Voided> {

    private final PaymentFacts facts;

    public RecordVoidOnPaymentVoided(PaymentFacts facts) {
        this.facts = facts;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Voided event, EventContext context) {
        return facts.record(event.orderId(), event.paymentId(), PaymentFact.State.VOIDED, null, event.at(), context);
    }
}
