package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.payments.model.RefundReason;
import reactor.core.publisher.Mono;

/** The client brought a parcel back: the parcel's part of the goods, not the delivery (rule 5). */
public final class RefundParcelOnReturnedByClient implements EventHandler<PvzOrderEvent.ReturnedByClient> {

    private final Till till;

    public RefundParcelOnReturnedByClient(Till till) {
        this.till = till;
    }

    @Override
    public Mono<Handled> on(PvzOrderEvent.ReturnedByClient event, EventContext context) {
        return Comebacks.tell(till, event, event.parcelsTotal(), RefundReason.CLIENT_RETURN, context);
    }
}
