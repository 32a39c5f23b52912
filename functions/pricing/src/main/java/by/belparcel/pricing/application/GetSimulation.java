package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** A finished simulation. */
public final class GetSimulation implements QueryHandler<SimulationView> {

    private final Simulations simulations;

    public GetSimulation(Simulations simulations) {
        this.simulations = simulations;
    }

    @Override
    public Mono<Outcome<SimulationView>> handle(QueryContext context) {
        return simulations
                .find(context.tx(), context.parameters().variable("id"))
                .map(Outcome::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("SIMULATION"))));
    }
}
