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
import reactor.core.publisher.Mono;

/**
 * A closed batch gets a trip. Announced once more it gets another one when it lost its trip, or its trip learns what the batch
 * holds now.
 */
public final class PlanBatchOnBatchClosed implements EventHandler<BatchEvent.Closed> {

    private final Batches batches;
    private final Planner planner;
    private final BatchChanges changes;

    public PlanBatchOnBatchClosed(Batches batches, Planner planner, BatchChanges changes) {
        this.batches = batches;
        this.planner = planner;
        this.changes = changes;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Closed event, EventContext context) {
        TripWork work = TripWork.of(context);
        long sequence = context.event().sequence();
        return batches.lock(context.tx(), event.batchId())
                .then(batches.find(context.tx(), event.batchId()).singleOptional())
                .flatMap(found -> found.map(
                                known -> again(work, known, known.without(closed(event), sequence), sequence))
                        .orElseGet(() -> plan(work, closed(event), sequence)));
    }

    private Mono<Handled> again(TripWork work, KnownBatch known, TripBatch batch, long sequence) {
        if (known.state() == BatchState.CANCELLED) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        if (sequence < known.closedSequence()) {
            return Handled.ignored(Handled.Reason.STALE);
        }
        if (known.state() == BatchState.OPEN || known.state() == BatchState.CLOSED) {
            return plan(work, batch, sequence);
        }
        String tripId = known.tripId();
        return known.state() == BatchState.PLANNED && tripId != null
                ? changes.replace(work, tripId, batch)
                        .flatMap(changed ->
                                changed ? told(work, batch, sequence) : unchanged(work, known, batch, sequence))
                : Handled.ignored(Handled.Reason.STATE);
    }

    private Mono<Handled> told(TripWork work, TripBatch batch, long sequence) {
        return batches.told(work.tx(), batch.id(), sequence).then(Handled.applied());
    }

    /** Nothing new, or the batch was left behind, or its trip cancelled, while the trip was waited for. */
    private Mono<Handled> unchanged(TripWork work, KnownBatch known, TripBatch batch, long sequence) {
        return batches.find(work.tx(), batch.id())
                .flatMap(now -> now.hasMoved(known)
                        ? again(work, now, batch, sequence)
                        : batches.told(work.tx(), batch.id(), sequence).then(Handled.ignored(Handled.Reason.STATE)));
    }

    private Mono<Handled> plan(TripWork work, TripBatch batch, long sequence) {
        if (batch.orderIds().isEmpty()) {
            return batches.store(work.tx(), batch, sequence, work.now()).then(Handled.applied());
        }
        return planner.knows(work, batch)
                .flatMap(known -> known
                        ? batches.store(work.tx(), batch, sequence, work.now())
                                .then(planner.place(work, batch))
                                .then(Handled.applied())
                        : Mono.just(new Handled.Later("PLACE_UNKNOWN", "A place of the batch is not known here yet.")));
    }

    private static TripBatch closed(BatchEvent.Closed event) {
        return new TripBatch(
                event.batchId(),
                event.number(),
                event.key().origin(),
                event.key().destType(),
                event.key().destId(),
                event.key().service(),
                BatchState.CLOSED,
                event.orders(),
                event.weightG(),
                event.volumeCm3());
    }
}
