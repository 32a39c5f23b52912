package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** {@code GET /pvz/v1/points/{id}/capacity}: how full the point is. Who accepts parcels does not ask this, it locks the row. */
public final class GetCapacityHandler implements QueryHandler<CapacityView> {

    private static final String THING = "PVZ";

    private final KnownPoints points;

    public GetCapacityHandler(KnownPoints points) {
        this.points = points;
    }

    @Override
    public Mono<Outcome<CapacityView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> read(context, id))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound(THING))));
    }

    private Mono<Outcome<CapacityView>> read(QueryContext context, String id) {
        return context.denied(Map.of("pvz_id", id), THING)
                .map(denied -> Mono.just(Outcome.<CapacityView>refused(denied)))
                .orElseGet(() -> points.find(context.tx(), id).map(point -> Outcome.ok(CapacityView.of(point))));
    }
}
