package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code GET /references/carriers}: finds by any part of a code, a Russian or Belarusian name or a plate. */
public final class SearchCarriersHandler implements QueryHandler<Page<CarrierView>> {

    private static final int MAX_LIMIT = 50;

    private final CarrierDirectory directory;

    public SearchCarriersHandler(CarrierDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Mono<Outcome<Page<CarrierView>>> handle(QueryContext context) {
        ListQuery query = new ListQuery(context);
        String pattern = query.pattern("q");
        Boolean active = query.flag("is_active");
        String warehouse = query.uuid("warehouse");
        int limit = query.limit(MAX_LIMIT);
        return Pages.read(
                context,
                query,
                "carriers|" + pattern + '|' + active + '|' + warehouse,
                limit,
                after -> directory.search(
                        context.tx(),
                        new CarrierDirectory.Search(
                                pattern, active, warehouse, after.isEmpty() ? null : after.getFirst(), limit)),
                (Carrier carrier) -> List.of(carrier.code()),
                carrier -> CarrierView.of(carrier, context.principal()));
    }
}
