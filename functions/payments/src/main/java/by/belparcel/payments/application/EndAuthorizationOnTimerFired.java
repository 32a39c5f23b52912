package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import reactor.core.publisher.Mono;

/** Takes or lets go of a reservation before it runs out (timer {@code payment.auth-expiry}). */
public final class EndAuthorizationOnTimerFired implements EventHandler<PlatformEvent.TimerFired> {

    private final Till till;
    private final PaymentStore store;

    public EndAuthorizationOnTimerFired(Till till, PaymentStore store) {
        this.till = till;
        this.store = store;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return till.change(
                Step.of(context),
                tx -> store.byId(tx, event.subject()),
                payment -> payment.endAuthorization(context.now()));
    }
}
