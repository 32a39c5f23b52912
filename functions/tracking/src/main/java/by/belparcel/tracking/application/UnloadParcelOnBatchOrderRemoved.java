package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** An order does not travel in this batch any more. */
public final class UnloadParcelOnBatchOrderRemoved implements EventHandler<BatchEvent.OrderRemoved> {

    private final ParcelStore parcels;

    public UnloadParcelOnBatchOrderRemoved(ParcelStore parcels) {
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(BatchEvent.OrderRemoved event, EventContext context) {
        return parcels.leaves(context.tx(), event.orderId(), event.batchId()).then(Handled.applied());
    }
}
