package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/**
 * Undoes the payment of a cancelled order: void before the capture, refund after it (rule 5). A cancellation that comes
 * before the payment exists, or while its authorisation is in flight, is remembered.
 */
public final class VoidOrRefundPaymentOnOrderCancelled implements EventHandler<OrderEvent.Cancelled> {

    private final Till till;
    private final PaymentStore store;
    private final OrderNotes notes;

    public VoidOrRefundPaymentOnOrderCancelled(Till till, PaymentStore store, OrderNotes notes) {
        this.till = till;
        this.store = store;
        this.notes = notes;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Cancelled event, EventContext context) {
        Step step = Step.of(context);
        Mono<Handled> undone =
                Mono.defer(() -> till.change(step, tx -> store.byOrder(tx, event.orderId()), Till.cancelling(step)));
        return notes.cancelled(context.tx(), event.orderId(), event.reason(), event.at())
                .then(undone)
                .map(handled -> handled instanceof Handled.Ignored ? new Handled.Applied() : handled);
    }
}
