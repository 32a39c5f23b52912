package by.belparcel.batching.application;

import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** PICKED_UP → DELIVERED. */
public final class DeliverBatchOnBatchDeliveredToPvz implements EventHandler<BatchEvent.DeliveredToPvz> {

    private final CarrierFacts facts;

    public DeliverBatchOnBatchDeliveredToPvz(CarrierFacts facts) {
        this.facts = facts;
    }

    @Override
    public Mono<Handled> on(BatchEvent.DeliveredToPvz event, EventContext context) {
        Work work = Work.of(context);
        return facts.on(
                work, event.batchId(), BatchTrigger.DELIVER, batch -> facts.save(work, batch.on(event.tripId())));
    }
}
