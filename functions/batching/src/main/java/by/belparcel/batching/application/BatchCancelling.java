package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives up a batch whose row the caller holds. Its orders are grouped anew at once; those with a closed way wait. */
public final class BatchCancelling {

    private final Batches batches;
    private final Members members;
    private final Parcels parcels;
    private final OrderAdding adding;

    public BatchCancelling(Batches batches, Members members, Parcels parcels, OrderAdding adding) {
        this.batches = batches;
        this.members = members;
        this.parcels = parcels;
        this.adding = adding;
    }

    Mono<Batch> cancel(Work work, Batch batch, String reason) {
        return members.of(work.tx(), batch.id()).flatMap(cargo -> {
            List<String> orders = cargo.stream().map(Cargo::orderId).toList();
            Batch cancelled = batch.emptied();
            BatchFacts.cancelled(work, cancelled, orders, reason);
            return batches.save(work.tx(), cancelled, List.of(), orders)
                    .then(BatchTimers.cancel(work, batch))
                    .thenMany(Flux.defer(() -> again(work, orders)))
                    .then(Mono.just(cancelled));
        });
    }

    /** Orders that no batch holds any more join batches of their way. */
    Flux<OrderAdding.Added> again(Work work, List<String> orders) {
        return parcels.take(work.tx(), orders)
                .flatMapIterable(found -> found)
                .concatMap(parcel -> adding.add(work, parcel));
    }
}
