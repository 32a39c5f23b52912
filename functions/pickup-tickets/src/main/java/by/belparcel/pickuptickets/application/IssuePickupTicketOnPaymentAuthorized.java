package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.kernel.Numbers;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/** Gives the client of a paid order the right to collect it, or refuses because the order is gone (compensation: void). */
public final class IssuePickupTicketOnPaymentAuthorized implements EventHandler<PaymentEvent.Authorized> {

    private final TicketDesk desk;
    private final LongSupplier randomBits;

    /** @param randomBits source of unguessable ticket numbers */
    public IssuePickupTicketOnPaymentAuthorized(TicketDesk desk, LongSupplier randomBits) {
        this.desk = desk;
        this.randomBits = randomBits;
    }

    @Override
    public Mono<Handled> on(PaymentEvent.Authorized event, EventContext context) {
        String id = context.newId();
        String number = Numbers.pickupTicket(randomBits.getAsLong());
        String order = event.orderId();
        return desk.issue(context.tx(), id, number, order, context.now()).flatMap(issue -> switch (issue) {
            case ISSUED -> {
                context.emit(new PickupTicketEvent.Issued(id, number, order, context.now()), 1);
                yield Handled.applied();
            }
            case ORDER_CANCELLED -> {
                context.emit(new PickupTicketEvent.Rejected(id, number, order, "ORDER_CANCELLED", context.now()), 1);
                yield Handled.applied();
            }
            case ALREADY_THERE -> Handled.ignored(Handled.Reason.STATE);
        });
    }
}
