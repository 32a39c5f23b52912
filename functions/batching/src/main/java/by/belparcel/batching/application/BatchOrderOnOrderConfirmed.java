package by.belparcel.batching.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** A confirmed order joins a batch at its warehouse. One that was cancelled meanwhile never does. */
public final class BatchOrderOnOrderConfirmed implements EventHandler<OrderEvent.Confirmed> {

    private final Parcels parcels;
    private final OrderAdding adding;

    public BatchOrderOnOrderConfirmed(Parcels parcels, OrderAdding adding) {
        this.parcels = parcels;
        this.adding = adding;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Confirmed event, EventContext context) {
        Parcel parcel = new Parcel(
                event.orderId(),
                event.warehouseId(),
                event.pvzId(),
                event.service(),
                event.weightG(),
                event.volumeCm3(),
                context.now());
        return parcels.register(context.tx(), parcel)
                .flatMap(isNew -> isNew
                        ? adding.add(Work.of(context), parcel).map(Arrival::handled)
                        : Handled.ignored(Handled.Reason.STATE));
    }
}
