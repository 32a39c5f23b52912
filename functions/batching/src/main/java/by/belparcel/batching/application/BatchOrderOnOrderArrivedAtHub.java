package by.belparcel.batching.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/**
 * An order that came to a hub joins a batch there, whether or not the batch that brought it is known to be disbanded. So does one
 * that was brought back to its warehouse: trips tell both in the same way.
 */
public final class BatchOrderOnOrderArrivedAtHub implements EventHandler<OrderEvent.ArrivedAtHub> {

    private final Parcels parcels;
    private final OrderAdding adding;

    public BatchOrderOnOrderArrivedAtHub(Parcels parcels, OrderAdding adding) {
        this.parcels = parcels;
        this.adding = adding;
    }

    @Override
    public Mono<Handled> on(OrderEvent.ArrivedAtHub event, EventContext context) {
        Parcel parcel = new Parcel(
                event.orderId(),
                event.hubId(),
                event.destPvzId(),
                event.service(),
                event.weightG(),
                event.volumeCm3(),
                context.now());
        return parcels.arrive(context.tx(), parcel)
                .flatMap(isNew -> isNew
                        ? adding.add(Work.of(context), parcel).map(Arrival::handled)
                        : Handled.ignored(Handled.Reason.STATE));
    }
}
