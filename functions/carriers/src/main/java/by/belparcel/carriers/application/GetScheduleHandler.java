package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** {@code GET /carriers/{id}/schedule}. */
public final class GetScheduleHandler implements QueryHandler<ScheduleView> {

    private final CarrierReads reads;

    public GetScheduleHandler(CarrierReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<ScheduleView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> reads.find(context.tx(), id))
                .flatMap(seen -> reads.schedule(context.tx(), seen.carrier().id()))
                .map(Outcome::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("CARRIER"))));
    }
}
