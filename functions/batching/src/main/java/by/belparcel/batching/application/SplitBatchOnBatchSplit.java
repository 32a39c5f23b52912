package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.batching.model.Cargo;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.kernel.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** PICKED_UP → SPLIT: the children hold its orders, each exactly once; what no child has is missing. */
public final class SplitBatchOnBatchSplit implements EventHandler<BatchEvent.Split> {

    private final CarrierFacts facts;
    private final Batches batches;
    private final Members members;
    private final Places places;

    public SplitBatchOnBatchSplit(CarrierFacts facts, Batches batches, Members members, Places places) {
        this.facts = facts;
        this.batches = batches;
        this.members = members;
        this.places = places;
    }

    @Override
    public Mono<Handled> on(BatchEvent.Split event, EventContext context) {
        Set<String> seen = new HashSet<>();
        boolean twice = event.children().stream()
                .flatMap(child -> child.orders().stream())
                .anyMatch(order -> !seen.add(order));
        if (twice) {
            return Mono.just(new Handled.Poison("SPLIT_DUPLICATE", "An order is in two children."));
        }
        Work work = Work.of(context);
        return facts.on(
                work,
                event.batchId(),
                BatchTrigger.SPLIT,
                parent -> members.of(work.tx(), parent.id())
                        .flatMap(cargo -> split(work, parent, cargo, event.children(), seen)));
    }

    private Mono<Handled> split(
            Work work, Batch parent, List<Cargo> cargo, List<BatchPart> children, Set<String> placed) {
        List<String> lost = cargo.stream()
                .map(Cargo::orderId)
                .filter(order -> !placed.contains(order))
                .toList();
        return batches.save(work.tx(), parent, List.of(), placed)
                .then(members.miss(work.tx(), parent.id(), lost))
                .thenMany(Flux.fromIterable(children))
                .concatMap(child -> child(work, parent, cargo, child))
                .then(Handled.applied());
    }

    private Mono<Boolean> child(Work work, Batch parent, List<Cargo> cargo, BatchPart part) {
        List<Cargo> own = cargo.stream()
                .filter(one -> part.orders().contains(one.orderId()))
                .toList();
        return places.destination(work.tx(), parent.key().destId())
                .map(destination -> Numbers.batch(work.now(), destination.running()))
                .flatMap(number ->
                        batches.insert(work.tx(), parent.child(part.batchId(), number, own, work.now()), own));
    }
}
