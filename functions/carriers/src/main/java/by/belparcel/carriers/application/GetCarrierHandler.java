package by.belparcel.carriers.application;

import by.belparcel.carriers.model.DutyRules;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** {@code GET /carriers/{id}}. */
public final class GetCarrierHandler implements QueryHandler<WorkView> {

    private final CarrierReads reads;
    private final DutyRules rules;

    public GetCarrierHandler(CarrierReads reads, DutyRules rules) {
        this.reads = reads;
        this.rules = rules;
    }

    @Override
    public Mono<Outcome<WorkView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> reads.find(context.tx(), id))
                .map(seen -> Outcome.ok(
                        WorkView.of(seen, rules, context.principal()),
                        seen.driver().version()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("CARRIER"))));
    }
}
