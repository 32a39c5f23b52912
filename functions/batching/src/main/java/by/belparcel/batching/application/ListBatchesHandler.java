package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code GET /batches}: newest first. */
public final class ListBatchesHandler implements QueryHandler<Page<BatchView>> {

    private final BatchReads reads;

    public ListBatchesHandler(BatchReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<Page<BatchView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        BatchFilter filter = new BatchFilter(
                parameters.states(),
                parameters.uuid("warehouse"),
                parameters.uuid("dest"),
                parameters.ageGreaterThan(),
                null,
                parameters.limit());
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        return Paging.page(
                context,
                filter.name(),
                filter.limit(),
                view -> new BatchFilter.Position(view.openedAt(), view.id()),
                place -> reads.page(context.tx(), filter.after(place.after())).map(ListBatchesHandler::views));
    }

    private static List<BatchView> views(List<Batch> batches) {
        return batches.stream().map(BatchView::of).toList();
    }
}
