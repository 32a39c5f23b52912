package by.belparcel.trips.application.planning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.KnownBatch;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripBatch;
import java.util.List;
import reactor.core.publisher.Mono;

/** An order left a batch: before it was closed (noted for later), while it waits, or out of a planned trip. */
public final class RemoveOrderOnBatchOrderRemoved implements EventHandler<BatchEvent.OrderRemoved> {

    private final Batches batches;
    private final BatchChanges changes;

    public RemoveOrderOnBatchOrderRemoved(Batches batches, BatchChanges changes) {
        this.batches = batches;
        this.changes = changes;
    }

    @Override
    public Mono<Handled> on(BatchEvent.OrderRemoved event, EventContext context) {
        TripWork work = TripWork.of(context);
        long sequence = context.event().sequence();
        return batches.lock(context.tx(), event.batchId())
                .then(batches.find(context.tx(), event.batchId()).singleOptional())
                .flatMap(found -> found.filter(known -> known.content() != null)
                        .map(known -> remove(work, known, event, sequence))
                        .orElseGet(() -> early(work, event, sequence)));
    }

    private Mono<Handled> early(TripWork work, BatchEvent.OrderRemoved event, long sequence) {
        return batches.removedEarly(work.tx(), event.batchId(), event.orderId(), sequence, work.now())
                .then(Handled.applied());
    }

    private Mono<Handled> remove(TripWork work, KnownBatch known, BatchEvent.OrderRemoved event, long sequence) {
        TripBatch batch = known.content();
        // a version may tell of several orders: what it left is decided by the content
        if (sequence < known.closedSequence()) {
            return Handled.ignored(Handled.Reason.STALE);
        }
        if (batch == null || !batch.orderIds().contains(event.orderId())) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        List<String> left = batch.orderIds().stream()
                .filter(id -> !id.equals(event.orderId()))
                .toList();
        TripBatch after = batch.withContent(left, event.weightG(), event.volumeCm3());
        if (known.state() == BatchState.CLOSED) {
            return batches.store(work.tx(), after, sequence, work.now()).then(Handled.applied());
        }
        String tripId = known.tripId();
        return known.state() == BatchState.PLANNED && tripId != null
                ? changes.replace(work, tripId, after)
                        .flatMap(changed -> changed
                                ? batches.told(work.tx(), event.batchId(), sequence)
                                        .then(Handled.applied())
                                : again(work, known, event, sequence))
                : Handled.ignored(Handled.Reason.STATE);
    }

    /** While the trip was waited for, the batch may have been left behind, or its trip was cancelled. */
    private Mono<Handled> again(TripWork work, KnownBatch known, BatchEvent.OrderRemoved event, long sequence) {
        return batches.find(work.tx(), event.batchId())
                .flatMap(now -> now.hasMoved(known)
                        ? remove(work, now, event, sequence)
                        : Handled.ignored(Handled.Reason.STATE));
    }
}
