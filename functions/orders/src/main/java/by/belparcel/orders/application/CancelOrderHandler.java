package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.CancelCause;
import by.belparcel.orders.model.OrderStateMachine;
import by.belparcel.orders.model.OrderTrigger;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /orders/{id}/cancel}. Cancelling a cancelled order answers the same and changes nothing. */
public final class CancelOrderHandler implements CommandHandler<CancelOrder, OrderView> {

    private final Orders orders;
    private final OrderMoves moves;
    private final AccessFacts facts;
    private final OrderPresenter presenter;

    public CancelOrderHandler(Orders orders, OrderMoves moves, AccessFacts facts, OrderPresenter presenter) {
        this.orders = orders;
        this.moves = moves;
        this.facts = facts;
        this.presenter = presenter;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(CancelOrder command, CommandContext context) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("ORDER")));
        }
        return orders.lock(context.tx(), id.get())
                .flatMap(order -> decide(command, order, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private Mono<Outcome<OrderView>> decide(CancelOrder command, OrderRecord order, CommandContext context) {
        Principal principal = context.principal();
        Optional<Rejection> denied = context.denied(facts.of(order, principal), "ORDER");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        if (order.state() == OrderState.CANCELLED) {
            return Mono.just(Outcome.ok(presenter.present(order, principal), order.version()));
        }
        Optional<Rejection> conflict =
                ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), order.version());
        if (conflict.isPresent()) {
            return Mono.just(Outcome.refused(conflict.get()));
        }
        Optional<Advance> advance = order.progress().cancelled(cause(principal));
        // An order that a hub sends on has left its warehouse: it counts as on its way.
        if (advance.isEmpty() || order.hubId() != null) {
            return Mono.just(Outcome.refused(tooLate(order.state())));
        }
        Cause cause = new Cause(principal.actor(), context.correlationId(), detail(command));
        return moves.apply(context.tx(), order, advance.get(), cause, context.now(), context, context.timers())
                .map(after -> Outcome.ok(presenter.present(after, principal), after.version()));
    }

    private static Rejection tooLate(OrderState state) {
        return Rejection.invalidState(
                        state.name(),
                        OrderStateMachine.sources(OrderTrigger.CANCELLED).stream()
                                .map(OrderState::name)
                                .toList())
                .with("hint", "The parcel is on its way or was handed over: use the return instead.");
    }

    private static String detail(CancelOrder command) {
        return command.comment() == null ? command.reasonCode() : command.reasonCode() + ": " + command.comment();
    }

    private static CancelCause cause(Principal principal) {
        if (principal.is("shop")) {
            return CancelCause.SHOP;
        }
        return principal.is("client") ? CancelCause.CLIENT : CancelCause.OPERATOR;
    }
}
