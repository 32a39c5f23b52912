package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentTerms;
import reactor.core.publisher.Mono;

/** Books what the client paid at the counter (rule 3): the whole amount with the first parcel of the order, once. */
public final class CapturePaymentOnPvzOrderIssued implements EventHandler<PvzOrderEvent.Issued> {

    private final Till till;

    public CapturePaymentOnPvzOrderIssued(Till till) {
        this.till = till;
    }

    @Override
    public Mono<Handled> on(PvzOrderEvent.Issued event, EventContext context) {
        return event.orderId() == null
                ? Handled.ignored(Handled.Reason.STATE)
                : till.changeOf(event.orderId(), Step.of(context), CapturePaymentOnPvzOrderIssued::wantCapture);
    }

    private static boolean wantCapture(Payment payment) {
        PaymentTerms terms = payment.snapshot().terms();
        return terms.method() == PaymentMethod.PAY_ON_PICKUP && payment.wantCapture(terms.amount());
    }
}
