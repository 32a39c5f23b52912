package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** How far an order is: a final one is not shared. */
public final class RecordParcelOnOrderStatusChanged implements EventHandler<OrderEvent.StatusChanged> {

    private final ParcelStore parcels;

    public RecordParcelOnOrderStatusChanged(ParcelStore parcels) {
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(OrderEvent.StatusChanged event, EventContext context) {
        return parcels.state(
                        context.tx(),
                        event.orderId(),
                        event.to(),
                        context.event().sequence())
                .flatMap(Newer::handled);
    }
}
