package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The orders of a batch travel in its children. */
public final class ReloadParcelsOnBatchSplit implements EventHandler<BatchEvent.Split> {

    private final ParcelStore parcels;

    public ReloadParcelsOnBatchSplit(ParcelStore parcels) {
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Split event, EventContext context) {
        return Flux.fromIterable(event.children())
                .concatMap(child -> parcels.travels(context.tx(), child.orders(), child.batchId()))
                .then(Handled.applied());
    }
}
