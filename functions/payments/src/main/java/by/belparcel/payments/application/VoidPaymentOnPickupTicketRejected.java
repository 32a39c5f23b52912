package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PickupTicketEvent;
import reactor.core.publisher.Mono;

/** Compensates the saga: without a pickup ticket there will be no delivery, so no money either. */
public final class VoidPaymentOnPickupTicketRejected implements EventHandler<PickupTicketEvent.Rejected> {

    private final Till till;
    private final PaymentStore store;

    public VoidPaymentOnPickupTicketRejected(Till till, PaymentStore store) {
        this.till = till;
        this.store = store;
    }

    @Override
    public Mono<Handled> on(PickupTicketEvent.Rejected event, EventContext context) {
        Step step = Step.of(context);
        return till.change(step, tx -> store.byOrder(tx, event.orderId()), Till.cancelling(step));
    }
}
