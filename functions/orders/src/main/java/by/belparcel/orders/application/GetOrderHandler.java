package by.belparcel.orders.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import reactor.core.publisher.Mono;

/** {@code GET /orders/{id}}. */
public final class GetOrderHandler implements QueryHandler<OrderView> {

    private final VisibleOrders orders;
    private final OrderPresenter presenter;

    public GetOrderHandler(VisibleOrders orders, OrderPresenter presenter) {
        this.orders = orders;
        this.presenter = presenter;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(QueryContext context) {
        return orders.find(
                context,
                order -> Mono.just(Outcome.ok(presenter.present(order, context.principal()), order.version())));
    }
}
