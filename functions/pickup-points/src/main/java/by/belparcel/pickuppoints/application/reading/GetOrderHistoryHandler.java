package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /pvz/v1/orders/{id}/history}: of one parcel, or of all of an order, oldest first. */
public final class GetOrderHistoryHandler implements QueryHandler<HistoryPage> {

    private static final String THING = "ORDER";

    private final Parcels parcels;
    private final Histories histories;

    public GetOrderHistoryHandler(Parcels parcels, Histories histories) {
        this.parcels = parcels;
        this.histories = histories;
    }

    @Override
    public Mono<Outcome<HistoryPage>> handle(QueryContext context) {
        ListParameters list = new ListParameters(context.parameters());
        Paging paging = list.paging();
        Optional<Rejection> refusal = list.refusal();
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        return Mono.justOrEmpty(ParcelName.read(context.parameters().variable("id")))
                .flatMap(name -> parcels.find(context.tx(), List.of(name))
                        .map(found -> found.stream().filter(name::means).toList()))
                .filter(meant -> !meant.isEmpty())
                .flatMap(meant -> read(context, meant, paging))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound(THING))));
    }

    private Mono<Outcome<HistoryPage>> read(QueryContext context, List<Parcel> meant, Paging paging) {
        Map<String, String> facts = Map.of("pvz_id", meant.getFirst().pvzId());
        return context.denied(facts, THING)
                .map(denied -> Mono.just(Outcome.<HistoryPage>refused(denied)))
                .orElseGet(() -> histories
                        .ofParcels(context.tx(), meant.stream().map(Parcel::id).toList(), paging)
                        .map(changes -> Outcome.ok(HistoryPage.of(changes, paging))));
    }
}
