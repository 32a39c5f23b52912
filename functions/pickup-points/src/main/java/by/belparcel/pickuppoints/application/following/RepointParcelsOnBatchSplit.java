package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The children of a batch go where it went; each parcel comes with the child that has it. */
public final class RepointParcelsOnBatchSplit implements EventHandler<BatchEvent.Split> {

    private final InboundBatches batches;
    private final Placements placements;
    private final Expecting expecting;

    public RepointParcelsOnBatchSplit(InboundBatches batches, Placements placements, Expecting expecting) {
        this.batches = batches;
        this.placements = placements;
        this.expecting = expecting;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Split event, EventContext context) {
        ParcelWork work = ParcelWork.of(context);
        return batches.open(work.tx(), event.batchId(), work.now())
                .flatMap(parent -> batches.save(work.tx(), parent, parent.split(), work.now()))
                .flatMapMany(parent -> Flux.fromIterable(event.children())
                        .sort(Comparator.comparing(BatchPart::batchId))
                        .concatMap(part -> child(work, parent, part)))
                .then(Handled.applied());
    }

    private Mono<Void> child(ParcelWork work, InboundBatch parent, BatchPart part) {
        return batches.open(work.tx(), part.batchId(), work.now())
                .flatMap(child -> placements
                        .move(work.tx(), parent.id(), part.orders(), child.id())
                        .then(Mono.defer(() -> batches.name(work.tx(), child.id(), part.orders())))
                        .then(Mono.defer(() -> expecting.save(
                                work,
                                child,
                                child.bound(parent.destination(), parent.toHub())
                                        .onItsWay()))));
    }
}
