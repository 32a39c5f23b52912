package by.belparcel.orders.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code GET /orders/imports/{id}}. */
public final class GetImportHandler implements QueryHandler<ImportView> {

    private final Imports imports;

    public GetImportHandler(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Mono<Outcome<ImportView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> imports.find(context.tx(), id))
                .map(view -> context.denied(Map.of("shop_id", view.shopId()), "IMPORT")
                        .map(Outcome::<ImportView>refused)
                        .orElseGet(() -> Outcome.ok(view)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("IMPORT"))));
    }
}
