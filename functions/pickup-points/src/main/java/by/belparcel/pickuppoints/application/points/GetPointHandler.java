package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** {@code GET /pvz/v1/points/{id}}. */
public final class GetPointHandler implements QueryHandler<PointView> {

    private final KnownPoints points;

    public GetPointHandler(KnownPoints points) {
        this.points = points;
    }

    @Override
    public Mono<Outcome<PointView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> points.find(context.tx(), id))
                .map(point -> Outcome.ok(PointView.of(point), point.version()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PVZ"))));
    }
}
