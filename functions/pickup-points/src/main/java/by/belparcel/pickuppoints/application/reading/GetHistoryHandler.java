package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.PointScope;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /pvz/v1/orders/history}: what happened at the point, newest first. */
public final class GetHistoryHandler implements QueryHandler<HistoryPage> {

    private final Histories histories;

    public GetHistoryHandler(Histories histories) {
        this.histories = histories;
    }

    @Override
    public Mono<Outcome<HistoryPage>> handle(QueryContext context) {
        ListParameters list = new ListParameters(context.parameters());
        Paging paging = list.paging();
        String requested = list.pvzId();
        Optional<Rejection> refusal = list.refusal();
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        return PointScope.at(
                context.principal(),
                context,
                requested,
                pvz -> histories
                        .ofPoint(context.tx(), pvz, paging)
                        .map(changes -> Outcome.ok(HistoryPage.of(changes, paging))));
    }
}
