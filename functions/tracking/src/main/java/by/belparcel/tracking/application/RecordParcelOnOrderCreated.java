package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** Whose an order is, for those who may share it. */
public final class RecordParcelOnOrderCreated implements EventHandler<OrderEvent.Created> {

    private final ParcelStore parcels;

    public RecordParcelOnOrderCreated(ParcelStore parcels) {
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Created event, EventContext context) {
        return parcels.created(context.tx(), event.orderId(), event.shopId(), event.pvzId(), event.number())
                .then(Handled.applied());
    }
}
