package by.belparcel.references.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.references.model.PickupPoint;
import reactor.core.publisher.Mono;

/** {@code GET /references/pvz/{id}}. */
public final class GetPickupPointHandler implements QueryHandler<PickupPointView> {

    private final References<PickupPoint> points;

    public GetPickupPointHandler(References<PickupPoint> points) {
        this.points = points;
    }

    @Override
    public Mono<Outcome<PickupPointView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> points.find(context.tx(), id))
                .map(point -> Outcome.ok(PickupPointView.of(point), point.version()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PVZ"))));
    }
}
