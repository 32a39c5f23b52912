package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import reactor.core.publisher.Mono;

/** Takes the right to collect away when the money of the order was let go. */
public final class RevokePickupTicketOnPaymentVoided implements EventHandler<PaymentEvent.Voided> {

    private final Revocation revocation;

    public RevokePickupTicketOnPaymentVoided(TicketStore store) {
        this.revocation = new Revocation(store);
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Voided event, EventContext context) {
        return revocation.alone(event.orderId(), "PAYMENT_VOIDED", context);
    }
}
