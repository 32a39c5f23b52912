package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import reactor.core.publisher.Mono;

/** The client may no longer return an ISSUED order: {@code order.completed}, once. It stays ISSUED. */
public final class CompleteOrderOnReturnWindowClosed implements EventHandler<PlatformEvent.TimerFired> {

    private final Orders orders;

    public CompleteOrderOnReturnWindowClosed(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        Cause cause = new Cause("system", context.event().id(), null);
        return orders.complete(context.tx(), event.subject(), context.now(), cause)
                .<Handled>map(version -> {
                    context.emit(new OrderEvent.Completed(event.subject(), context.now()), version);
                    return new Handled.Applied();
                })
                .switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }
}
