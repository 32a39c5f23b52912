package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is: the part of the aggregate that decides about transitions.
 *
 * <p>Payment and pickup ticket are other aggregates, so their facts may arrive in either order. A ticket that is known
 * before the payment is noted, and the payment then takes both steps: the two handlers commute.
 *
 * @param version grows by one with each change
 */
public record OrderProgress(
        OrderState state,
        long version,
        @Nullable String paymentId,
        @Nullable String ticketId) {

    /** Empty when the order has left CREATED: a late authorisation changes nothing here, the payment is voided. */
    public Optional<Advance> paymentAuthorized(String authorizedPayment) {
        OrderProgress paid = new OrderProgress(state, version, authorizedPayment, ticketId);
        return ticketId == null
                ? paid.walk(null, OrderTrigger.PAYMENT_AUTHORIZED)
                : paid.walk(null, OrderTrigger.PAYMENT_AUTHORIZED, OrderTrigger.TICKET_ISSUED);
    }

    /** Empty when the order neither waits for its ticket nor will. */
    public Optional<Advance> ticketIssued(String issuedTicket) {
        OrderProgress ticketed = new OrderProgress(state, version, paymentId, issuedTicket);
        return state == OrderState.CREATED
                ? Optional.of(new Advance(ticketed, List.of()))
                : ticketed.walk(null, OrderTrigger.TICKET_ISSUED);
    }

    /** Empty when the order can no longer be cancelled in this way. */
    public Optional<Advance> cancelled(CancelCause cause) {
        return walk(cause.name(), cause.trigger());
    }

    /** The one step that the trigger means here; empty when it is not allowed. */
    Optional<Step> step(OrderTrigger trigger, @Nullable String reason) {
        return OrderStateMachine.next(state, trigger).map(next -> new Step(state, next, version + 1, reason));
    }

    private Optional<Advance> walk(@Nullable String reason, OrderTrigger... triggers) {
        List<Step> steps = new ArrayList<>();
        OrderProgress present = this;
        for (OrderTrigger trigger : triggers) {
            Optional<OrderState> next = OrderStateMachine.next(present.state, trigger);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(present.state, next.get(), present.version + 1, reason));
            present = new OrderProgress(next.get(), present.version + 1, paymentId, ticketId);
        }
        return Optional.of(new Advance(present, steps));
    }
}
