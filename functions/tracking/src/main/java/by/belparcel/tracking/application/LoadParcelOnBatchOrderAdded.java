package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** In which batch an order travels. */
public final class LoadParcelOnBatchOrderAdded implements EventHandler<BatchEvent.OrderAdded> {

    private final ParcelStore parcels;

    public LoadParcelOnBatchOrderAdded(ParcelStore parcels) {
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(BatchEvent.OrderAdded event, EventContext context) {
        return parcels.travels(context.tx(), List.of(event.orderId()), event.batchId())
                .then(Handled.applied());
    }
}
