package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.OrderState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Locks the order of a command {@code POST /orders/{id}/..}, lets it be changed where that is allowed, and shows it. */
public final class LockedOrder {

    private final Orders orders;
    private final AccessFacts facts;
    private final OrderPresenter presenter;

    public LockedOrder(Orders orders, AccessFacts facts, OrderPresenter presenter) {
        this.orders = orders;
        this.facts = facts;
        this.presenter = presenter;
    }

    /**
     * What a command does to an order.
     *
     * @param allowed the states in which it may
     * @param done the state in which it was done before: the answer is the same and nothing changes
     * @param parcelNo the parcel it is about, absent = the whole order
     * @param expectedVersion absent = whatever version it has
     */
    record Change(
            List<OrderState> allowed,
            @Nullable OrderState done,
            @Nullable Integer parcelNo,
            @Nullable Long expectedVersion,
            Function<OrderRecord, Mono<OrderRecord>> effect) {}

    Mono<Outcome<OrderView>> change(CommandContext context, Change change) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("ORDER")));
        }
        return orders.lock(context.tx(), id.get())
                .flatMap(order -> context.denied(facts.of(order, context.principal()), "ORDER")
                        .map(denied -> Mono.just(Outcome.<OrderView>refused(denied)))
                        .orElseGet(() -> decide(order, change, context)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private Mono<Outcome<OrderView>> decide(OrderRecord order, Change change, CommandContext context) {
        if (order.state() == change.done()) {
            return Mono.just(shown(order, context));
        }
        return refusal(order, change, context)
                .map(refused -> Mono.just(Outcome.<OrderView>refused(refused)))
                .orElseGet(() -> change.effect().apply(order).map(after -> shown(after, context)));
    }

    private static Optional<Rejection> refusal(OrderRecord order, Change change, CommandContext context) {
        int parcels = order.parcels().size();
        Integer parcel = change.parcelNo();
        if (parcel != null && parcel > parcels) {
            return Optional.of(Rejection.invalid(
                    new FieldError("/parcel_no", "RANGE", "must be from 1 to " + parcels, "1.." + parcels, null)));
        }
        if (change.allowed().contains(order.state())) {
            return ExpectedVersion.conflict(change.expectedVersion(), context.parameters(), order.version());
        }
        List<String> allowed = change.allowed().stream().map(OrderState::name).toList();
        return Optional.of(Rejection.invalidState(order.state().name(), allowed));
    }

    private Outcome<OrderView> shown(OrderRecord order, CommandContext context) {
        return Outcome.ok(presenter.present(order, context.principal()), order.version());
    }
}
