package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.orders.model.Carried;
import java.util.List;
import reactor.core.publisher.Mono;

/** IN_TRANSIT → AT_PVZ for every order that travelled with the batch. */
public final class DeliverOrdersOnBatchDelivered implements EventHandler<BatchEvent.DeliveredToPvz> {

    private final BatchStep step;

    public DeliverOrdersOnBatchDelivered(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.DeliveredToPvz event, EventContext context) {
        return step.on(
                event.batchId(), List.of(), context, orders -> BatchPlan.afterPickup(orders, Carried::delivered));
    }
}
