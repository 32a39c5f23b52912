package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** The money could not be taken: shown with the order. */
public final class RecordFailureOnPaymentCaptureFailed implements EventHandler<PaymentEvent.CaptureFailed> {

    private final PaymentFacts facts;

    public RecordFailureOnPaymentCaptureFailed(PaymentFacts facts) {
        this.facts = facts;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.CaptureFailed event, EventContext context) {
        return facts.record(
                event.orderId(),
                event.paymentId(),
                PaymentFact.State.CAPTURE_FAILED,
                event.code(),
                event.at(),
                context);
    }
}
