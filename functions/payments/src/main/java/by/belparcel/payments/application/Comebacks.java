package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.payments.model.Comeback;
import by.belparcel.payments.model.RefundReason;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** What both ways back from a pick-up point have in common. Parcels of no order have no payment here. */
final class Comebacks {

    private Comebacks() {}

    static Mono<Handled> tell(Till till, PvzOrderEvent event, int parcels, RefundReason reason, EventContext context) {
        String orderId = event.orderId();
        int no = Objects.requireNonNullElse(event.parcelNo(), 1);
        if (orderId == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        if (no < 1 || no > parcels) {
            return Mono.just(new Handled.Poison("PARCEL_UNKNOWN", "The order cannot have such a parcel."));
        }
        Comeback parcel = new Comeback(no, parcels, reason);
        return till.changeOf(orderId, Step.of(context), payment -> payment.cameBack(parcel, context.now()));
    }
}
