package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import reactor.core.publisher.Mono;

/** PICKED_UP → RECEIVED_AT_HUB → DISBANDED: the orders travel on one by one. */
public final class DisbandBatchOnBatchReceivedAtHub implements EventHandler<BatchEvent.ReceivedAtHub> {

    private final CarrierFacts facts;
    private final Members members;

    public DisbandBatchOnBatchReceivedAtHub(CarrierFacts facts, Members members) {
        this.facts = facts;
        this.members = members;
    }

    @Override
    public Mono<Handled> on(BatchEvent.ReceivedAtHub event, EventContext context) {
        Work work = Work.of(context);
        return facts.on(
                work,
                event.batchId(),
                BatchTrigger.RECEIVE_AT_HUB,
                received -> disband(work, received.on(event.tripId()), event.hubId()));
    }

    private Mono<Handled> disband(Work work, Batch received, String hubId) {
        Batch disbanded = received.moved(BatchTrigger.DISBAND).orElseThrow();
        return members.release(work.tx(), received.id())
                .doOnNext(orders -> BatchFacts.disbanded(work, disbanded, orders, hubId))
                .then(facts.save(work, disbanded));
    }
}
