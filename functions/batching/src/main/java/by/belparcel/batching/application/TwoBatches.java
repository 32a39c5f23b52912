package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Locks two batches, always in the same order, so that two commands do not wait for each other. */
public final class TwoBatches {

    private final Batches batches;
    private final Members members;

    public TwoBatches(Batches batches, Members members) {
        this.batches = batches;
        this.members = members;
    }

    /** @param firstCargo what the first one holds */
    record Pair(Batch first, List<Cargo> firstCargo, Batch second) {}

    <R> Mono<Outcome<R>> lock(
            CommandContext context, String firstId, String secondId, Function<Pair, Mono<Outcome<R>>> then) {
        Optional<Rejection> denied = context.denied(Map.of(), "BATCH");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        return batches.lock(context.tx(), List.of(firstId, secondId)).flatMap(found -> {
            Map<String, Batch> byId = found.stream().collect(Collectors.toMap(Batch::id, Function.identity()));
            Batch first = byId.get(firstId);
            Batch second = byId.get(secondId);
            if (first == null || second == null) {
                return Mono.just(Outcome.<R>refused(
                        Rejection.notFound("BATCH").with("batch_id", first == null ? firstId : secondId)));
            }
            return members.of(context.tx(), firstId).flatMap(cargo -> then.apply(new Pair(first, cargo, second)));
        });
    }
}
