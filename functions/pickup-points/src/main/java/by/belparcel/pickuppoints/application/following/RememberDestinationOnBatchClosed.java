package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.kernel.DestinationType;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelWork;
import reactor.core.publisher.Mono;

/**
 * Remembers where a batch goes and with which orders: what carriers say of it later does not name the place before they are
 * there, and the orders may be announced later than the batch comes.
 */
public final class RememberDestinationOnBatchClosed implements EventHandler<BatchEvent.Closed> {

    private final InboundBatches batches;
    private final Expecting expecting;

    public RememberDestinationOnBatchClosed(InboundBatches batches, Expecting expecting) {
        this.batches = batches;
        this.expecting = expecting;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Closed event, EventContext context) {
        ParcelWork work = ParcelWork.of(context);
        boolean hub = event.key().destType() == DestinationType.HUB;
        return batches.open(work.tx(), event.batchId(), work.now())
                .flatMap(batch -> batches.name(work.tx(), batch.id(), event.orders())
                        .then(Mono.defer(() -> expecting.save(
                                work, batch, batch.bound(event.key().destId(), hub)))))
                .then(Handled.applied());
    }
}
