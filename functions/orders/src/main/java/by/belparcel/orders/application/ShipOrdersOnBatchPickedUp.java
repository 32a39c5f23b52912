package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** BATCHED → IN_TRANSIT for what was scanned; the other orders of the batch stay and wait. */
public final class ShipOrdersOnBatchPickedUp implements EventHandler<BatchEvent.PickedUp> {

    private final BatchStep step;

    public ShipOrdersOnBatchPickedUp(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.PickedUp event, EventContext context) {
        return step.on(
                event.batchId(),
                event.scanned(),
                context,
                orders -> BatchPlan.ofMembers(
                        event.scanned(),
                        orders,
                        order -> order.carried()
                                .pickedUp(event.scanned().contains(order.order().id()))));
    }
}
