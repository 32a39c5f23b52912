package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** Whose an order is, for those who may share it. */
public final class RecordParcelOnOrderBatched implements EventHandler<OrderEvent.Batched> {

    private final ParcelStore parcels;

    public RecordParcelOnOrderBatched(ParcelStore parcels) {
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Batched event, EventContext context) {
        return parcels.batched(context.tx(), event).then(Handled.applied());
    }
}
