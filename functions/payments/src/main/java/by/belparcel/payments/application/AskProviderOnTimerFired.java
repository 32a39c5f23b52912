package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import reactor.core.publisher.Mono;

/** Asks the provider again about whatever stayed without answer: an authorisation, a capture or a void (timer {@code payment.query}). */
public final class AskProviderOnTimerFired implements EventHandler<PlatformEvent.TimerFired> {

    private final Till till;
    private final PaymentStore store;

    public AskProviderOnTimerFired(Till till, PaymentStore store) {
        this.till = till;
        this.store = store;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        return till.change(
                Step.of(context),
                tx -> store.byId(tx, event.subject()),
                payment -> payment.next(context.now()).isPresent());
    }
}
