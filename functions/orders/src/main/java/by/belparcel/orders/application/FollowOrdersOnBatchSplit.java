package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** The children of a batch hold its orders from now on; no order changes its state. */
public final class FollowOrdersOnBatchSplit implements EventHandler<BatchEvent.Split> {

    private final BatchedOrders orders;

    public FollowOrdersOnBatchSplit(BatchedOrders orders) {
        this.orders = orders;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Split event, EventContext context) {
        return orders.split(context.tx(), event.batchId(), event.children(), context.now())
                .map(complete -> complete
                        ? new Handled.Applied()
                        : new Handled.Later("BATCH_UNKNOWN", "An order of the batch is not known to be in it yet."));
    }
}
