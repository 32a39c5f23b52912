package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.payments.model.RefundReason;
import reactor.core.publisher.Mono;

/**
 * A parcel that was not collected or refused goes back: with the last of them the payment is void, beside parcels that were
 * issued the parcel's part of the goods is refunded. What the client had returned was refunded then.
 */
public final class VoidOrRefundParcelOnReturnedToCourier implements EventHandler<PvzOrderEvent.ReturnedToCourier> {

    private final Till till;

    public VoidOrRefundParcelOnReturnedToCourier(Till till) {
        this.till = till;
    }

    @Override
    public Mono<Handled> on(PvzOrderEvent.ReturnedToCourier event, EventContext context) {
        return event.cause() == ReturnCause.CLIENT_RETURN
                ? Handled.ignored(Handled.Reason.STATE)
                : Comebacks.tell(till, event, event.parcelsTotal(), RefundReason.RETURNED_TO_COURIER, context);
    }
}
