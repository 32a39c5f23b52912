package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import reactor.core.publisher.Mono;

/** Asks the provider again for the refunds that are due (rule 7, timer {@code payment.refund-retry}). */
public final class RetryRefundsOnTimerFired implements EventHandler<PlatformEvent.TimerFired> {

    private final Till till;
    private final PaymentStore store;

    public RetryRefundsOnTimerFired(Till till, PaymentStore store) {
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
