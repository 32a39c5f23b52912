package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code GET /carrier/offers}: what waits for the driver's answer. */
public final class ListOffersHandler implements QueryHandler<Page<AssignmentReads.OfferView>> {

    private final AssignmentReads reads;

    public ListOffersHandler(AssignmentReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<Page<AssignmentReads.OfferView>>> handle(QueryContext context) {
        String carrierId = context.principal().claim("carrier_id");
        return carrierId == null || !PathId.isId(carrierId)
                ? Mono.just(Outcome.ok(new Page<>(List.of(), null)))
                : reads.offers(context.tx(), carrierId).map(offers -> Outcome.ok(new Page<>(offers, null)));
    }
}
