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

/** {@code POST /orders/{id}/mark-lost}: MISSING → LOST before its time is up. A lost order answers the same. */
public final class MarkOrderLostHandler implements CommandHandler<MarkOrder, OrderView> {

    private final LockedOrder locked;
    private final Orders orders;

    public MarkOrderLostHandler(LockedOrder locked, Orders orders) {
        this.locked = locked;
        this.orders = orders;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(MarkOrder command, CommandContext context) {
        String code = Objects.requireNonNullElse(command.noteCode(), GiveUpOrderOnMissingParcelTimeout.REASON);
        return locked.change(
                context,
                new LockedOrder.Change(
                        OrderStateMachine.sources(OrderTrigger.GIVEN_UP),
                        OrderState.LOST,
                        null,
                        command.expectedVersion(),
                        order -> giveUp(order, code, context)));
    }

    private Mono<OrderRecord> giveUp(OrderRecord order, String code, CommandContext context) {
        Advance advance = order.progress().givenUp(code).orElseThrow();
        OrderFacts.emitLost(order, advance.steps().getLast(), code, context.now(), context);
        Cause cause = new Cause(context.principal().actor(), context.correlationId(), null);
        return orders.saveAtPvz(context.tx(), order.id(), order.atPvz(), advance, context.now(), cause)
                .thenReturn(order.after(advance.after(), null, context.now()));
    }
}
