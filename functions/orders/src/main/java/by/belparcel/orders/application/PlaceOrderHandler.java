package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code POST /orders}. */
public final class PlaceOrderHandler implements CommandHandler<PlaceOrder, OrderView> {

    private final OrderPlacing placing;
    private final OrderPresenter presenter;

    public PlaceOrderHandler(OrderPlacing placing, OrderPresenter presenter) {
        this.placing = placing;
        this.presenter = presenter;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(PlaceOrder command, CommandContext context) {
        String shopId = shop(command, context.principal());
        if (shopId == null) {
            return Mono.just(Outcome.refused(Rejection.invalid(
                    FieldError.of("/shop_id", "REQUIRED", "is required unless a shop itself calls"))));
        }
        Optional<Rejection> denied = context.denied(Map.of("shop_id", shopId), "SHOP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        return placing.place(shopId, command, Scopes.of(context)).map(outcome -> switch (outcome) {
            case Outcome.Refused<OrderRecord>(Rejection rejection, boolean keep) -> Outcome.refused(rejection);
            case Outcome.Success<OrderRecord> placed ->
                created(java.util.Objects.requireNonNull(placed.body()), context.principal());
        });
    }

    private Outcome<OrderView> created(OrderRecord order, Principal principal) {
        return Outcome.created(presenter.present(order, principal), "/orders/" + order.id(), order.version());
    }

    /** The token's shop; a shop that names another one is judged by the access policy. */
    private static @Nullable String shop(PlaceOrder command, Principal principal) {
        return command.shopId() != null ? command.shopId() : principal.claim("shop_id");
    }
}
