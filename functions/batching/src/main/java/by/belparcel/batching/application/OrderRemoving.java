package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.kernel.BatchState;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Takes orders out of a batch whose row the caller holds; an empty batch is cancelled. */
public final class OrderRemoving {

    /** Reason of the cancellation of a batch whose last order left. */
    static final String EMPTIED = "EMPTIED";

    private final Places places;
    private final Batches batches;

    public OrderRemoving(Places places, Batches batches) {
        this.places = places;
        this.batches = batches;
    }

    /** @param cargo what the batch holds now */
    Mono<Batch> remove(Work work, Batch batch, List<Cargo> cargo, Collection<String> orderIds, String reason) {
        List<Cargo> going =
                cargo.stream().filter(one -> orderIds.contains(one.orderId())).toList();
        List<Cargo> staying =
                cargo.stream().filter(one -> !orderIds.contains(one.orderId())).toList();
        return places.limits(work.tx(), batch.key().origin())
                .map(limits -> batch.keeping(staying, limits))
                .flatMap(after -> {
                    BatchFacts.removed(work, batch.load(), after, going, reason);
                    return batches.save(
                                    work.tx(),
                                    after,
                                    List.of(),
                                    going.stream().map(Cargo::orderId).toList())
                            .then(end(work, batch, after));
                });
    }

    private static Mono<Batch> end(Work work, Batch before, Batch after) {
        if (after.state() != BatchState.CANCELLED) {
            return Mono.just(after);
        }
        BatchFacts.cancelled(work, after, List.of(), EMPTIED);
        return BatchTimers.cancel(work, before).thenReturn(after);
    }
}
