package by.belparcel.batching.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** {@code GET /batches/open}: how full the open batches are, the one that closes next first. */
public final class ListOpenBatchesHandler implements QueryHandler<Page<FillView>> {

    private final BatchReads reads;

    public ListOpenBatchesHandler(BatchReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<Page<FillView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        String warehouse = parameters.uuid("warehouse");
        int limit = parameters.limit();
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        return Paging.page(
                context,
                "open-batches|" + warehouse,
                limit,
                view -> new BatchFilter.Position(
                        Objects.requireNonNull(view.batch().closesAt()),
                        view.batch().id()),
                place -> reads.open(context.tx(), warehouse, limit + 1, place.after()));
    }
}
