package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.OrderProgress;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code POST /orders/{id}/mark-damaged}: noted as a version of its own, the order goes on as it is. */
public final class MarkOrderDamagedHandler implements CommandHandler<MarkOrder, OrderView> {

    private static final String KIND = "DAMAGED";
    private static final String REASON = "carrier_damaged";

    /** Nobody has taken these parcels in hand, or nobody has them any more. */
    private static final Set<OrderState> WITHOUT_PARCELS =
            EnumSet.of(OrderState.CREATED, OrderState.AUTHORIZED, OrderState.CANCELLED, OrderState.LOST);

    private static final List<OrderState> WITH_PARCELS = Arrays.stream(OrderState.values())
            .filter(state -> !WITHOUT_PARCELS.contains(state))
            .toList();

    private final LockedOrder locked;
    private final Orders orders;

    public MarkOrderDamagedHandler(LockedOrder locked, Orders orders) {
        this.locked = locked;
        this.orders = orders;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(MarkOrder command, CommandContext context) {
        return locked.change(
                context,
                new LockedOrder.Change(
                        WITH_PARCELS,
                        null,
                        command.parcelNo(),
                        command.expectedVersion(),
                        order -> note(order, command, context)));
    }

    private Mono<OrderRecord> note(OrderRecord order, MarkOrder command, CommandContext context) {
        String code = Objects.requireNonNullElse(command.noteCode(), REASON);
        Integer parcel = command.parcelNo();
        Cause cause = new Cause(
                context.principal().actor(), context.correlationId(), parcel == null ? null : "parcel " + parcel);
        return orders.note(context.tx(), order.id(), KIND, code, context.now(), cause)
                .map(version -> {
                    context.emit(
                            new OrderEvent.Damaged(order.id(), parcel, null, order.pvzId(), code, context.now()),
                            version);
                    OrderProgress before = order.progress();
                    OrderProgress noted =
                            new OrderProgress(before.state(), version, before.paymentId(), before.ticketId());
                    return order.after(noted, null, context.now());
                });
    }
}
