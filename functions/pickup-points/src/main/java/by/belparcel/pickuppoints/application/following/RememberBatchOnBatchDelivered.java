package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import reactor.core.publisher.Mono;

/** The batch stands at the point and may be received there, even when this is the first that is heard of it. */
public final class RememberBatchOnBatchDelivered implements EventHandler<BatchEvent.DeliveredToPvz> {

    private final InboundBatches batches;
    private final Expecting expecting;

    public RememberBatchOnBatchDelivered(InboundBatches batches, Expecting expecting) {
        this.batches = batches;
        this.expecting = expecting;
    }

    @Override
    public Mono<Handled> on(BatchEvent.DeliveredToPvz event, EventContext context) {
        ParcelWork work = ParcelWork.of(context);
        return batches.open(work.tx(), event.batchId(), work.now()).flatMap(batch -> {
            InboundBatch delivered = batch.delivered(event.pvzId(), event.deliveredAt());
            return delivered.equals(batch)
                    ? Handled.ignored(Handled.Reason.STATE)
                    : expecting.save(work, batch, delivered).then(Handled.applied());
        });
    }
}
