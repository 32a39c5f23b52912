package by.belparcel.trips.application.planning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.KnownBatch;
import by.belparcel.trips.application.TripWork;
import reactor.core.publisher.Mono;

/** A batch is no more: it leaves its trip, and a trip without batches is cancelled. What comes later about it is ignored. */
public final class DropBatchOnBatchCancelled implements EventHandler<BatchEvent.Cancelled> {

    private final Batches batches;
    private final BatchChanges changes;

    public DropBatchOnBatchCancelled(Batches batches, BatchChanges changes) {
        this.batches = batches;
        this.changes = changes;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Cancelled event, EventContext context) {
        TripWork work = TripWork.of(context);
        return batches.lock(context.tx(), event.batchId())
                .then(batches.find(context.tx(), event.batchId()).singleOptional())
                .flatMap(found ->
                        found.map(known -> drop(work, known, event)).orElseGet(() -> gone(work, event.batchId())));
    }

    private Mono<Handled> drop(TripWork work, KnownBatch known, BatchEvent.Cancelled event) {
        if (known.state() == BatchState.OPEN || known.state() == BatchState.CLOSED) {
            return gone(work, event.batchId());
        }
        String tripId = known.tripId();
        if (known.state() != BatchState.PLANNED || tripId == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return changes.drop(work, tripId, event.batchId())
                .flatMap(dropped -> dropped ? gone(work, event.batchId()) : again(work, known, event));
    }

    /** While the trip was waited for, the batch may have been left behind, or its trip was cancelled. */
    private Mono<Handled> again(TripWork work, KnownBatch known, BatchEvent.Cancelled event) {
        return batches.find(work.tx(), event.batchId())
                .flatMap(now -> now.hasMoved(known) ? drop(work, now, event) : Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> gone(TripWork work, String batchId) {
        return batches.cancelled(work.tx(), batchId, work.now()).then(Handled.applied());
    }
}
