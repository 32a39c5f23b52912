package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** All orders that still wait in the batch go back to CONFIRMED, or AT_HUB. */
public final class ReleaseOrdersOnBatchCancelled implements EventHandler<BatchEvent.Cancelled> {

    private final BatchStep step;

    public ReleaseOrdersOnBatchCancelled(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Cancelled event, EventContext context) {
        return step.on(
                event.batchId(),
                event.orders(),
                context,
                orders -> BatchPlan.ofMembers(
                        event.orders(), orders, order -> order.carried().removed(event.reason())));
    }
}
