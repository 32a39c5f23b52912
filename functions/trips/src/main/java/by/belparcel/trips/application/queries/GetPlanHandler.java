package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.PlanView;
import by.belparcel.trips.application.Plans;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}/plan?version=}: the present plan or an earlier one, with the distances that it was made from. */
public final class GetPlanHandler implements QueryHandler<PlanView> {

    private static final int MAX_VERSION = 99_999;

    private final VisibleTrips trips;
    private final Plans plans;

    public GetPlanHandler(VisibleTrips trips, Plans plans) {
        this.trips = trips;
        this.plans = plans;
    }

    @Override
    public Mono<Outcome<PlanView>> handle(QueryContext context) {
        return trips.find(context, trip -> {
            ListParameters parameters = new ListParameters(context.parameters());
            int version =
                    parameters.number("version", 1, MAX_VERSION, trip.plan().version());
            if (!parameters.errors().isEmpty()) {
                return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
            }
            return plans.find(context.tx(), trip.id(), version)
                    .map(plan -> Outcome.ok(plan, trip.version()))
                    .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PLAN"))));
        });
    }
}
