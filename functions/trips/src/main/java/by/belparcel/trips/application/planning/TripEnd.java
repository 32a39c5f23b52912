package by.belparcel.trips.application.planning;

import by.belparcel.events.TripEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.assigning.TripAssignments;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cancels trips. Their batches wait again and are placed by a timer, whether or not anybody announces them once more. */
public final class TripEnd {

    private final Trips trips;
    private final Batches batches;
    private final TripAssignments assignments;

    public TripEnd(Trips trips, Batches batches, TripAssignments assignments) {
        this.trips = trips;
        this.batches = batches;
        this.assignments = assignments;
    }

    /**
     * @param trip locked, not in transit
     * @param reason a word, for others
     * @param text what a person wrote, for those who look at the trip
     */
    public Mono<TripRecord> cancel(TripWork work, TripRecord trip, String reason, String text) {
        List<TripBatch> waiting = trip.batches().stream()
                .filter(batch -> batch.state() == BatchState.PLANNED)
                .toList();
        TripRecord after = trip.edit()
                .state(TripState.CANCELLED)
                .endReason(text)
                .version(trip.version() + 1)
                .done();
        TripRecord gone = after.edit().carrier(null, null).done();
        return assignments
                .revoke(work, after, reason)
                .then(Mono.fromRunnable(() -> work.emitter()
                        .emit(
                                new TripEvent.Cancelled(trip.id(), trip.carrierId(), reason, work.now()),
                                after.version())))
                .then(trips.save(work, gone, "CANCELLED " + text))
                .flatMap(saved -> release(work, waiting, "TRIP_CANCELLED").thenReturn(saved));
    }

    /** The batches leave their trip and want another one. */
    public Mono<Void> release(TripWork work, List<TripBatch> waiting, String reason) {
        if (waiting.isEmpty()) {
            return Mono.empty();
        }
        return batches.release(work.tx(), waiting, reason, work.now())
                .then(Flux.fromIterable(waiting)
                        .concatMap(batch -> Replanning.again(work, batch.id(), work.causeId(), Duration.ZERO))
                        .then());
    }
}
