package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.OrderProgress;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The common way of all saga handlers: lock the order, ask the model, carry it out. What the model does not allow is
 * recorded as IGNORED/STATE; an order that is not known yet may come later.
 */
public final class SagaStep {

    private final Orders orders;
    private final OrderMoves moves;

    public SagaStep(Orders orders, OrderMoves moves) {
        this.orders = orders;
        this.moves = moves;
    }

    Mono<Handled> on(String orderId, EventContext context, Function<OrderProgress, Optional<Advance>> decision) {
        return on(orderId, null, context, decision);
    }

    /** @param detail code that goes into the history beside the reason */
    Mono<Handled> on(
            String orderId,
            @Nullable String detail,
            EventContext context,
            Function<OrderProgress, Optional<Advance>> decision) {
        return orders.lock(context.tx(), orderId)
                .flatMap(order -> decision.apply(order.progress())
                        .map(advance -> carryOut(order, advance, detail, context))
                        .orElseGet(() -> Handled.ignored(Handled.Reason.STATE)))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new Handled.Later("ORDER_UNKNOWN", "The order is not known here yet.")));
    }

    /** As above for an event that makes sense only after the order has left CREATED: until then it comes too early. */
    Mono<Handled> afterPayment(
            String orderId, String detail, EventContext context, Function<OrderProgress, Optional<Advance>> decision) {
        return orders.lock(context.tx(), orderId)
                .flatMap(order -> order.state() == OrderState.CREATED
                        ? Mono.<Handled>just(
                                new Handled.Later("PAYMENT_NOT_SEEN", "The authorisation has not arrived yet."))
                        : on(orderId, detail, context, decision))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new Handled.Later("ORDER_UNKNOWN", "The order is not known here yet.")));
    }

    private Mono<Handled> carryOut(OrderRecord order, Advance advance, @Nullable String detail, EventContext context) {
        Cause cause = new Cause("system", context.event().id(), detail);
        return moves.apply(context.tx(), order, advance, cause, context.now(), context, context.timers())
                .then(Handled.applied());
    }
}
