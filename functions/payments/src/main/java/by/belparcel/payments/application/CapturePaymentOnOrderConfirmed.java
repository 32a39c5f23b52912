package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentTerms;
import reactor.core.publisher.Mono;

/**
 * Takes the money of a confirmed order (rule 3). What is paid on pick-up is taken when the parcel is issued, so the
 * confirmation changes nothing there.
 */
public final class CapturePaymentOnOrderConfirmed implements EventHandler<OrderEvent.Confirmed> {

    private final Till till;
    private final PaymentStore store;

    public CapturePaymentOnOrderConfirmed(Till till, PaymentStore store) {
        this.till = till;
        this.store = store;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Confirmed event, EventContext context) {
        return till.change(
                Step.of(context),
                tx -> store.byOrder(tx, event.orderId()),
                CapturePaymentOnOrderConfirmed::wantCapture);
    }

    private static boolean wantCapture(Payment payment) {
        PaymentTerms terms = payment.snapshot().terms();
        return terms.method() != PaymentMethod.PAY_ON_PICKUP && payment.wantCapture(terms.amount());
    }
}
