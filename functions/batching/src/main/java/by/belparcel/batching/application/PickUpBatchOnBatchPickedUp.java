package by.belparcel.batching.application;

import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** PLANNED → PICKED_UP; notes which orders the carrier did not find and takes in what it has besides. */
public final class PickUpBatchOnBatchPickedUp implements EventHandler<BatchEvent.PickedUp> {

    private final CarrierFacts facts;
    private final Members members;
    private final StrayOrders strays;

    public PickUpBatchOnBatchPickedUp(CarrierFacts facts, Members members, StrayOrders strays) {
        this.facts = facts;
        this.members = members;
        this.strays = strays;
    }

    @Override
    public Mono<Handled> on(BatchEvent.PickedUp event, EventContext context) {
        Work work = Work.of(context);
        return facts.on(
                work,
                event.batchId(),
                BatchTrigger.PICK_UP,
                batch -> facts.save(work, batch.on(event.tripId()).sealed(event.seal()))
                        .then(strays.take(work, batch.on(event.tripId()).sealed(event.seal()), event.scanned()))
                        .then(members.miss(work.tx(), batch.id(), event.missing()))
                        .then(Handled.applied()));
    }
}
