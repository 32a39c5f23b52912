package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.Step;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Carries out an advance: row and history in one statement, the events, and the timers that the new state needs. */
public final class OrderMoves {

    /** Kind of the timer that cancels an order whose pickup ticket is not issued in time. */
    public static final String TICKET_TIMER = "ticket.issue-timeout";

    private final Orders orders;
    private final OrderTerms terms;

    public OrderMoves(Orders orders, OrderTerms terms) {
        this.orders = orders;
        this.terms = terms;
    }

    Mono<OrderRecord> apply(
            Transaction tx,
            OrderRecord order,
            Advance advance,
            Cause cause,
            Instant now,
            Emitter emitter,
            Timers timers) {
        String reason =
                advance.steps().isEmpty() ? null : advance.steps().getLast().reason();
        OrderRecord after = order.after(advance.after(), reason, now);
        for (Step step : advance.steps()) {
            OrderFacts.emit(after, step, cause.actor(), now, emitter);
        }
        return orders.save(tx, order.id(), advance, now, cause)
                .then(
                        advance.steps().isEmpty()
                                ? Mono.<Void>empty()
                                : retime(order.state(), after.state(), order.id(), timers))
                .thenReturn(after);
    }

    private Mono<Void> retime(OrderState was, OrderState is, String orderId, Timers timers) {
        Mono<Void> cancelled = switch (was) {
            case CREATED -> timers.cancel(OrderPlacing.PAYMENT_TIMER, orderId);
            case AUTHORIZED -> timers.cancel(TICKET_TIMER, orderId);
            default -> Mono.empty();
        };
        return is == OrderState.AUTHORIZED
                ? cancelled.then(timers.set(TICKET_TIMER, orderId, orderId, terms.ticketIssue()))
                : cancelled;
    }
}
