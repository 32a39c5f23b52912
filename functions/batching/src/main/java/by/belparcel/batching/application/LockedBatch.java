package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.BatchStateMachine;
import by.belparcel.batching.model.BatchTrigger;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.BatchState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds and locks the batch of a command's path {@code /batches/{id}/..}. */
final class LockedBatch {

    private LockedBatch() {}

    static <R> Mono<Outcome<R>> with(Batches batches, CommandContext context, Function<Batch, Mono<Outcome<R>>> then) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("BATCH")));
        }
        return batches.lock(context.tx(), List.of(id.get())).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.just(Outcome.<R>refused(Rejection.notFound("BATCH")));
            }
            return context.denied(Map.of(), "BATCH")
                    .map(denied -> Mono.just(Outcome.<R>refused(denied)))
                    .orElseGet(() -> then.apply(found.getFirst()));
        });
    }

    static Rejection notAllowed(Batch batch, BatchTrigger trigger) {
        return notAllowed(batch, BatchStateMachine.sources(trigger));
    }

    static Rejection notAllowed(Batch batch, List<BatchState> allowed) {
        return Rejection.invalidState(
                        batch.state().name(),
                        allowed.stream().map(BatchState::name).toList())
                .with("batch_id", batch.id());
    }
}
