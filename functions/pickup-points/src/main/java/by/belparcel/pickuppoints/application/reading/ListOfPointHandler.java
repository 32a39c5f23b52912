package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.PointScope;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /pvz/v1/returns} and {@code GET /pvz/v1/orders:overdue}: a page of parcels of one point. */
public final class ListOfPointHandler implements QueryHandler<ClientOrders.ParcelPage> {

    /** Which parcels. */
    @FunctionalInterface
    public interface Rows {

        Mono<Listed> read(Transaction tx, String pvzId, Paging paging);
    }

    private final Rows rows;

    public ListOfPointHandler(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Mono<Outcome<ClientOrders.ParcelPage>> handle(QueryContext context) {
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
                pvz -> rows.read(context.tx(), pvz, paging)
                        .map(listed -> Outcome.ok(ClientOrders.ParcelPage.of(listed, paging))));
    }
}
