package by.belparcel.trips.application.planning;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** What happens to a trip when one of its batches changes before it is picked up. Locks the trip. */
public final class BatchChanges {

    private final Trips trips;
    private final Batches batches;
    private final Planner planner;
    private final TripEnd end;

    public BatchChanges(Trips trips, Batches batches, Planner planner, TripEnd end) {
        this.trips = trips;
        this.batches = batches;
        this.planner = planner;
        this.end = end;
    }

    /** False when the batch holds what it held, is on its way or not in this trip any more. */
    Mono<Boolean> replace(TripWork work, String tripId, TripBatch content) {
        return trips.lock(work.tx(), tripId)
                .filter(trip -> waits(trip, content.id()) && isNews(trip, content))
                .flatMap(trip ->
                        content.orderIds().isEmpty() ? leave(work, trip, content.id()) : reload(work, trip, content))
                .hasElement();
    }

    /** The batch is no more. False when it is on its way or not in this trip any more. */
    Mono<Boolean> drop(TripWork work, String tripId, String batchId) {
        return trips.lock(work.tx(), tripId)
                .filter(trip -> waits(trip, batchId))
                .flatMap(trip -> leave(work, trip, batchId))
                .flatMap(left ->
                        batches.cancelled(work.tx(), batchId, work.now()).thenReturn(left))
                .hasElement();
    }

    private static boolean isNews(TripRecord trip, TripBatch content) {
        return trip.batch(content.id())
                .map(batch -> batch.withState(content.state()))
                .filter(batch -> !batch.equals(content))
                .isPresent();
    }

    private static boolean waits(TripRecord trip, String batchId) {
        return !trip.ended()
                && trip.batch(batchId)
                        .filter(batch -> batch.state() == BatchState.PLANNED)
                        .isPresent();
    }

    private Mono<TripRecord> reload(TripWork work, TripRecord trip, TripBatch content) {
        TripRecord after = trip.edit()
                .batch(content.id(), batch -> content.withState(batch.state()))
                .version(trip.version() + 1)
                .done();
        work.emitter().emit(TripFacts.changed(after, "BATCH_CHANGED", work.now()), after.version());
        return trips.save(work, after, "PLAN_CHANGED BATCH_CHANGED");
    }

    private Mono<TripRecord> leave(TripWork work, TripRecord trip, String batchId) {
        List<TripBatch> left = trip.batches().stream()
                .filter(batch -> !batch.id().equals(batchId))
                .toList();
        if (left.isEmpty()) {
            TripRecord empty = trip.edit()
                    .batch(batchId, batch -> batch.withState(BatchState.CANCELLED))
                    .done();
            return end.cancel(work, empty, "EMPTY", "EMPTY");
        }
        if (trip.state() == TripState.IN_TRANSIT) {
            return planner.shorten(work, trip, left, "BATCH_REMOVED");
        }
        return planner.draft(work, trip, left)
                .flatMap(draft -> draft.complete()
                        ? planner.replan(work, trip, left, draft, "BATCH_REMOVED")
                        : planner.shorten(work, trip, left, "BATCH_REMOVED"));
    }
}
