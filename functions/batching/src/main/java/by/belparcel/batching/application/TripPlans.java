package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which trip carries which batch. A batch that loses its trip is announced again, so that it is planned again. */
public final class TripPlans {

    private final Trips trips;
    private final Batches batches;
    private final BatchClosing closing;

    public TripPlans(Trips trips, Batches batches, BatchClosing closing) {
        this.trips = trips;
        this.batches = batches;
        this.closing = closing;
    }

    Mono<Handled> planned(String tripId, long version, List<String> batchIds, EventContext context) {
        Work work = Work.of(context);
        return trips.plan(work.tx(), tripId, version)
                .flatMap(isNewer -> isNewer
                        ? trips.touched(work.tx(), tripId, batchIds)
                                .flatMap(touched -> apply(work, tripId, batchIds, touched))
                        : Handled.ignored(Handled.Reason.STALE));
    }

    Mono<Handled> cancelled(String tripId, EventContext context) {
        Work work = Work.of(context);
        return trips.cancel(work.tx(), tripId)
                .flatMap(isNew -> isNew
                        ? trips.touched(work.tx(), tripId, List.of())
                                .flatMapIterable(touched -> touched)
                                .concatMap(batch -> unplan(work, batch))
                                .then(Handled.applied())
                        : Handled.ignored(Handled.Reason.STALE));
    }

    private Mono<Handled> apply(Work work, String tripId, List<String> batchIds, List<Batch> touched) {
        List<String> known = touched.stream().map(Batch::id).toList();
        if (!known.containsAll(batchIds)) {
            return Mono.just(new Handled.Later("BATCH_UNKNOWN", "A batch of this trip is not known here yet."));
        }
        return Flux.fromIterable(touched)
                .concatMap(batch -> batchIds.contains(batch.id()) ? plan(work, batch, tripId) : unplan(work, batch))
                .then(Handled.applied());
    }

    private Mono<Void> plan(Work work, Batch batch, String tripId) {
        if (batch.state() == BatchState.OPEN || batch.state() == BatchState.CANCELLED) {
            return Mono.empty();
        }
        Batch after = batch.moved(BatchTrigger.PLAN).orElse(batch).on(tripId);
        return after.version() == batch.version()
                        && Objects.equals(tripId, batch.course().tripId())
                ? Mono.empty()
                : batches.save(work.tx(), after, List.of(), List.of());
    }

    private Mono<Void> unplan(Work work, Batch batch) {
        return Mono.justOrEmpty(batch.moved(BatchTrigger.UNPLAN))
                .map(waiting -> waiting.on(null))
                .flatMap(waiting ->
                        batches.save(work.tx(), waiting, List.of(), List.of()).then(closing.announce(work, waiting)))
                .then();
    }
}
