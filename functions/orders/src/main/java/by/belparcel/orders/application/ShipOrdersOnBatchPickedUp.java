package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * BATCHED → IN_TRANSIT for what was scanned; the other orders of the batch stay and wait. What had left the batch while the carrier
 * was at it comes back first: it is on the road.
 */
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
                orders -> BatchPlan.of(
                        orders,
                        order -> isScanned(event, order) ? order.carried().broughtBack() : Optional.empty()),
                orders -> BatchPlan.ofMembers(
                        event.scanned(), orders, order -> order.carried().pickedUp(isScanned(event, order))));
    }

    private static boolean isScanned(BatchEvent.PickedUp event, BatchedOrder order) {
        return event.scanned().contains(order.order().id());
    }
}
