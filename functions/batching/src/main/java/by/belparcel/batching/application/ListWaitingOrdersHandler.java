package by.belparcel.batching.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** {@code GET /batches/waiting}: orders that are in no batch, longest waiting first. */
public final class ListWaitingOrdersHandler implements QueryHandler<Page<WaitingView>> {

    private final BatchReads reads;

    public ListWaitingOrdersHandler(BatchReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<Page<WaitingView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        int limit = parameters.limit();
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        return Paging.page(
                context,
                "waiting-orders",
                limit,
                view -> new BatchFilter.Position(view.readyAt(), view.orderId()),
                place -> reads.waiting(context.tx(), limit + 1, place.after()));
    }
}
