package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The common way of what carriers did with a batch: lock it, ask the table of states, carry it out. Their versions are those of
 * the trip, so only the state decides what is late.
 */
public final class CarrierFacts {

    private final Batches batches;

    public CarrierFacts(Batches batches) {
        this.batches = batches;
    }

    /** @param then gets the batch after the transition, not yet saved */
    Mono<Handled> on(Work work, String batchId, BatchTrigger trigger, Function<Batch, Mono<Handled>> then) {
        return batches.lock(work.tx(), List.of(batchId))
                .flatMap(found -> found.isEmpty()
                        ? Mono.just(new Handled.Later("BATCH_UNKNOWN", "The batch is not known here yet."))
                        : found.getFirst().moved(trigger).map(then).orElseGet(() -> notAllowed(found.getFirst())));
    }

    /** What was cancelled here and is on the road there was picked up: that fact must come first. */
    private static Mono<Handled> notAllowed(Batch batch) {
        return batch.state() == BatchState.CANCELLED
                ? Mono.just(new Handled.Later("PICK_UP_NOT_SEEN", "The batch was cancelled and not picked up yet."))
                : Handled.ignored(Handled.Reason.STATE);
    }

    Mono<Handled> save(Work work, Batch batch) {
        return batches.save(work.tx(), batch, List.of(), List.of()).then(Handled.applied());
    }
}
