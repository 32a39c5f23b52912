package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.PvzOrderState;
import reactor.core.publisher.Mono;

/** A parcel left the point again; with the last of them the order is RETURNING. */
public final class SendBackOrderOnReturnedToCourier implements EventHandler<PvzOrderEvent.ReturnedToCourier> {

    private final PvzStep step;

    public SendBackOrderOnReturnedToCourier(PvzStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(PvzOrderEvent.ReturnedToCourier event, EventContext context) {
        return step.on(event, PvzOrderState.RETURNED_TO_COURIER, event.cause(), context);
    }
}
