package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.OrderStateMachine;
import by.belparcel.orders.model.OrderTrigger;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** {@code POST /orders/{id}/mark-returned}: RETURNING → RETURNED, scanned at a warehouse. A returned order answers the same. */
public final class MarkOrderReturnedHandler implements CommandHandler<MarkOrder, OrderView> {

    private final LockedOrder locked;
    private final Orders orders;

    public MarkOrderReturnedHandler(LockedOrder locked, Orders orders) {
        this.locked = locked;
        this.orders = orders;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(MarkOrder command, CommandContext context) {
        return locked.change(
                context,
                new LockedOrder.Change(
                        OrderStateMachine.sources(OrderTrigger.SCANNED_AT_WAREHOUSE),
                        OrderState.RETURNED,
                        null,
                        command.expectedVersion(),
                        order -> bringBack(order, command, context)));
    }

    private Mono<OrderRecord> bringBack(OrderRecord order, MarkOrder command, CommandContext context) {
        String warehouse = Objects.requireNonNullElse(command.warehouseId(), order.warehouseId());
        Advance advance = order.progress().broughtBack().orElseThrow();
        OrderFacts.emitReturned(order, advance.steps().getLast(), warehouse, context.now(), context);
        Cause cause = new Cause(context.principal().actor(), context.correlationId(), warehouse);
        return orders.saveAtPvz(context.tx(), order.id(), order.atPvz(), advance, context.now(), cause)
                .thenReturn(order.after(advance.after(), null, context.now()));
    }
}
