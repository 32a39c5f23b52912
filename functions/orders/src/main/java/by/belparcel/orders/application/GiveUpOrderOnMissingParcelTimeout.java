package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.orders.model.Advance;
import reactor.core.publisher.Mono;

/** MISSING → LOST. The timer is a hint: an order stays as it is when what it lacked was found. */
public final class GiveUpOrderOnMissingParcelTimeout implements EventHandler<PlatformEvent.TimerFired> {

    /** Incident code of the domain (section 1.7). */
    static final String REASON = "carrier_lost";

    private final Orders orders;

    public GiveUpOrderOnMissingParcelTimeout(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return orders.lock(context.tx(), event.subject())
                .filter(order -> !order.atPvz().lacking().isEmpty())
                .flatMap(order -> order.progress()
                        .givenUp(REASON)
                        .map(advance -> giveUp(order, advance, context))
                        .orElseGet(() -> Handled.ignored(Handled.Reason.STATE)))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> giveUp(OrderRecord order, Advance advance, EventContext context) {
        OrderFacts.emitLost(order, advance.steps().getLast(), REASON, context.now(), context);
        Cause cause = new Cause("system", context.event().id(), null);
        return orders.saveAtPvz(context.tx(), order.id(), order.atPvz(), advance, context.now(), cause)
                .then(Handled.applied());
    }
}
