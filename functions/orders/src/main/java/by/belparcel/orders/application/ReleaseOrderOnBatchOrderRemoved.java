package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** BATCHED → CONFIRMED, or AT_HUB when it came from a hub. A cancelled order only leaves the batch. */
public final class ReleaseOrderOnBatchOrderRemoved implements EventHandler<BatchEvent.OrderRemoved> {

    private final BatchStep step;

    public ReleaseOrderOnBatchOrderRemoved(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.OrderRemoved event, EventContext context) {
        return step.onOrder(
                event.batchId(),
                event.orderId(),
                context,
                orders -> BatchPlan.ofMembers(
                        List.of(event.orderId()),
                        orders,
                        order -> order.carried().removed(event.reason())));
    }
}
