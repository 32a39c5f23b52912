package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** Asks the provider for a refund once it is recorded; the retry timer stands behind this event (D28). */
public final class SendRefundOnRefundRequested implements EventHandler<PaymentEvent.RefundRequested> {

    private final Till till;
    private final PaymentStore store;

    public SendRefundOnRefundRequested(Till till, PaymentStore store) {
        this.till = till;
        this.store = store;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.RefundRequested event, EventContext context) {
        return till.change(
                Step.of(context),
                tx -> store.byId(tx, event.paymentId()),
                payment -> payment.sendRefund(event.refundId(), context.now()));
    }
}
