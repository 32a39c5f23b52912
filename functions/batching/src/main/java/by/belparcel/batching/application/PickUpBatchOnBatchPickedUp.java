package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** PLANNED → PICKED_UP; takes in what the carrier has besides, and takes out what it does not have. */
public final class PickUpBatchOnBatchPickedUp implements EventHandler<BatchEvent.PickedUp> {

    private final CarrierFacts facts;
    private final StrayOrders strays;
    private final LeftBehind leftBehind;

    public PickUpBatchOnBatchPickedUp(CarrierFacts facts, StrayOrders strays, LeftBehind leftBehind) {
        this.facts = facts;
        this.strays = strays;
        this.leftBehind = leftBehind;
    }

    @Override
    public Mono<Handled> on(BatchEvent.PickedUp event, EventContext context) {
        Work work = Work.of(context);
        return facts.on(
                work,
                event.batchId(),
                BatchTrigger.PICK_UP,
                moved -> load(work, moved.on(event.tripId()).sealed(event.seal()), event));
    }

    private Mono<Handled> load(Work work, Batch batch, BatchEvent.PickedUp event) {
        return facts.save(work, batch)
                .then(strays.take(work, batch, event.scanned()))
                .flatMap(loaded -> leftBehind.leave(work, loaded, event.scanned(), event.missing()))
                .then(Handled.applied());
    }
}
