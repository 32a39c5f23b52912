package by.belparcel.operations.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.operations.model.ChaosSettings;
import reactor.core.publisher.Mono;

/** Where the chaos knob stands now. */
public final class ShowingChaos implements QueryHandler<ChaosSettings> {

    private final ChaosSwitch knob;

    public ShowingChaos(ChaosSwitch knob) {
        this.knob = knob;
    }

    @Override
    public Mono<Outcome<ChaosSettings>> handle(QueryContext context) {
        return knob.current(context.tx()).map(Outcome::ok);
    }
}
