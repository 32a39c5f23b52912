package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchStateMachine;
import by.belparcel.batching.model.Cargo;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Orders that a carrier has on board although they left the batch here: somebody removed them, or cancelled the batch, while the
 * carrier picked it up. What is on the road is a fact, so they come back from wherever they are now.
 */
public final class StrayOrders {

    static final String REASON = "PICKED_UP_ELSEWHERE";

    private final Batches batches;
    private final Members members;
    private final Parcels parcels;
    private final Places places;
    private final OrderRemoving removing;

    public StrayOrders(Batches batches, Members members, Parcels parcels, Places places, OrderRemoving removing) {
        this.batches = batches;
        this.members = members;
        this.parcels = parcels;
        this.places = places;
        this.removing = removing;
    }

    /**
     * @param scanned what the carrier has
     * @return the batch with all of it
     */
    Mono<Batch> take(Work work, Batch batch, List<String> scanned) {
        return Mono.defer(() -> members.of(work.tx(), batch.id())).flatMap(cargo -> {
            List<String> held = cargo.stream().map(Cargo::orderId).toList();
            List<String> strays =
                    scanned.stream().filter(order -> !held.contains(order)).toList();
            return strays.isEmpty() ? Mono.just(batch) : bring(work, batch, strays);
        });
    }

    private Mono<Batch> bring(Work work, Batch batch, List<String> strays) {
        return parcels.take(work.tx(), strays)
                .flatMapIterable(found -> found)
                .filterWhen(parcel -> free(work, parcel.orderId()))
                .map(Parcel::cargo)
                .collectList()
                .flatMap(cargo -> cargo.isEmpty() ? Mono.just(batch) : add(work, batch, cargo));
    }

    /** False when another carrier has it. */
    private Mono<Boolean> free(Work work, String orderId) {
        return members.holding(work.tx(), orderId)
                .flatMap(batchId -> batches.lock(work.tx(), List.of(batchId)))
                .flatMap(found ->
                        BatchStateMachine.isBeforePickUp(found.getFirst().state())
                                ? members.of(work.tx(), found.getFirst().id())
                                        .flatMap(cargo ->
                                                removing.remove(work, found.getFirst(), cargo, Set.of(orderId), REASON))
                                        .thenReturn(true)
                                : Mono.just(false))
                .defaultIfEmpty(true);
    }

    private Mono<Batch> add(Work work, Batch batch, List<Cargo> cargo) {
        return places.limits(work.tx(), batch.key().origin()).flatMap(limits -> {
            Batch after = batch.with(cargo, limits);
            BatchFacts.added(work, batch.load(), after, cargo);
            return batches.save(work.tx(), after, cargo, List.of()).thenReturn(after);
        });
    }
}
