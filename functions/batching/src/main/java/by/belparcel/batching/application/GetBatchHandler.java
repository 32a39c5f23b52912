package by.belparcel.batching.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /batches/{id}}. */
public final class GetBatchHandler implements QueryHandler<BatchView> {

    private final BatchReads reads;

    public GetBatchHandler(BatchReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<BatchView>> handle(QueryContext context) {
        Optional<Rejection> denied = context.denied(Map.of(), "BATCH");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> reads.byId(context.tx(), id))
                .map(found -> Outcome.ok(
                        BatchView.of(found.batch(), found.orders(), found.missing(), found.changes()),
                        found.batch().version()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("BATCH"))));
    }
}
