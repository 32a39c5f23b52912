package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** The hub has opened the batch: each order wants to travel on ({@code order.arrived-at-hub}), once. */
public final class ForwardOrdersOnBatchDisbanded implements EventHandler<BatchEvent.Disbanded> {

    private final BatchStep step;

    public ForwardOrdersOnBatchDisbanded(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Disbanded event, EventContext context) {
        return step.on(
                event.batchId(),
                List.of(),
                context,
                orders -> BatchPlan.afterPickup(orders, order -> order.disbanded(event.hubId())));
    }
}
