package by.belparcel.orders.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code GET /orders/{id}/timeline}. */
public final class GetTimelineHandler implements QueryHandler<TimelineView> {

    private static final Set<String> STAFF = Set.of("operator", "moderator", "admin", "agent", "auditor");

    private final VisibleOrders orders;
    private final OrderReads reads;

    public GetTimelineHandler(VisibleOrders orders, OrderReads reads) {
        this.orders = orders;
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<TimelineView>> handle(QueryContext context) {
        boolean staff = context.principal().roles().stream().anyMatch(STAFF::contains);
        return orders.find(
                context,
                order -> reads.history(context.tx(), order.id())
                        .map(entries -> Outcome.ok(TimelineView.of(order, entries, staff), order.version())));
    }
}
