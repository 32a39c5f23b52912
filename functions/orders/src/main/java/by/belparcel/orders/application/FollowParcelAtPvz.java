package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.PvzOrderState;
import reactor.core.publisher.Mono;

/** A parcel got into another state at its point; the order follows its least advanced parcel. */
public final class FollowParcelAtPvz<E extends PvzOrderEvent> implements EventHandler<E> {

    private final PvzStep step;
    private final PvzOrderState state;

    /** @param state what the type of the event says of the parcel */
    public FollowParcelAtPvz(PvzStep step, PvzOrderState state) {
        this.step = step;
        this.state = state;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        return step.on(event, state, null, context);
    }
}
