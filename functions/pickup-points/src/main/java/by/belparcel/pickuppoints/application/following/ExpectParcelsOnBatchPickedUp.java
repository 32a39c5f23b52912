package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelWork;
import reactor.core.publisher.Mono;

/** The batch is on its way, with what the carrier scanned and without what it did not find. */
public final class ExpectParcelsOnBatchPickedUp implements EventHandler<BatchEvent.PickedUp> {

    private final InboundBatches batches;
    private final Placements placements;
    private final Expecting expecting;

    public ExpectParcelsOnBatchPickedUp(InboundBatches batches, Placements placements, Expecting expecting) {
        this.batches = batches;
        this.placements = placements;
        this.expecting = expecting;
    }

    @Override
    public Mono<Handled> on(BatchEvent.PickedUp event, EventContext context) {
        ParcelWork work = ParcelWork.of(context);
        return batches.open(work.tx(), event.batchId(), work.now())
                .flatMap(batch -> placements
                        .move(work.tx(), batch.id(), event.missing(), null)
                        .then(placements.take(work.tx(), batch.id(), event.scanned(), event.at()))
                        .then(Mono.defer(() -> expecting.save(work, batch, batch.onItsWay()))))
                .then(Handled.applied());
    }
}
