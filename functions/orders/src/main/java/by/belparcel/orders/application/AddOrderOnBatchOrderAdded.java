package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** CONFIRMED or AT_HUB → BATCHED. An order that still waits in another batch is only noted here, too. */
public final class AddOrderOnBatchOrderAdded implements EventHandler<BatchEvent.OrderAdded> {

    private final BatchStep step;

    public AddOrderOnBatchOrderAdded(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.OrderAdded event, EventContext context) {
        return step.onOrder(
                event.batchId(),
                event.orderId(),
                context,
                orders -> orders.isEmpty()
                        ? BatchPlan.early("ORDER_UNKNOWN", "The order is not known here yet.")
                        : BatchPlan.of(orders, order -> order.carried().added()));
    }
}
