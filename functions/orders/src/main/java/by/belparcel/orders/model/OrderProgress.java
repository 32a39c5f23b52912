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

    /** As far as the parcels at the point carry the order; no steps when it is there already or the table knows no way. */
    public Advance toward(PvzGoal goal) {
        List<OrderTrigger> way = new ArrayList<>();
        OrderState at = state;
        for (OrderState stop : goal.stops()) {
            List<OrderTrigger> leg = PvzRoute.find(at, stop);
            way.addAll(leg);
            at = leg.isEmpty() ? at : stop;
        }
        return walk(goal.reason(), way.toArray(OrderTrigger[]::new)).orElseGet(this::unchanged);
    }

    public Advance unchanged() {
        return new Advance(this, List.of());
    }

    /** The search ends; empty unless the order is MISSING. */
    public Optional<Advance> givenUp(String reason) {
        return walk(reason, OrderTrigger.GIVEN_UP);
    }

    /** Back at a warehouse; empty unless the order is RETURNING. */
    public Optional<Advance> broughtBack() {
        return walk(null, OrderTrigger.SCANNED_AT_WAREHOUSE);
    }

    /** The one step that the trigger means here; empty when it is not allowed. */
    Optional<Step> step(OrderTrigger trigger, @Nullable String reason) {
        return OrderStateMachine.next(state, trigger).map(next -> new Step(state, next, version + 1, reason));
    }

    /** @param reason of the last step */
    private Optional<Advance> walk(@Nullable String reason, OrderTrigger... triggers) {
        List<Step> steps = new ArrayList<>();
        OrderProgress present = this;
        for (OrderTrigger trigger : triggers) {
            Optional<OrderState> next = OrderStateMachine.next(present.state, trigger);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            String why = steps.size() + 1 == triggers.length ? reason : null;
            steps.add(new Step(present.state, next.get(), present.version + 1, why));
            present = new OrderProgress(next.get(), present.version + 1, paymentId, ticketId);
        }
        return Optional.of(new Advance(present, steps));
    }
}
