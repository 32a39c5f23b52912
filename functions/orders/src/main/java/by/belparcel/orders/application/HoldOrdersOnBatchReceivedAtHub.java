package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** IN_TRANSIT → AT_HUB for every order that travelled with the batch. */
public final class HoldOrdersOnBatchReceivedAtHub implements EventHandler<BatchEvent.ReceivedAtHub> {

    private final BatchStep step;

    public HoldOrdersOnBatchReceivedAtHub(BatchStep step) {
        this.step = step;
    }

    @Override
    public Mono<Handled> on(BatchEvent.ReceivedAtHub event, EventContext context) {
        return step.on(
                event.batchId(),
                List.of(),
                context,
                orders -> BatchPlan.afterPickup(orders, order -> order.receivedAtHub(event.hubId())));
    }
}
