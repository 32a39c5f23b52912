package by.belparcel.orders.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds the order of a path {@code /orders/{id}/..} and shows it only to those who may see it. */
public final class VisibleOrders {

    private final OrderReads reads;
    private final AccessFacts facts;

    public VisibleOrders(OrderReads reads, AccessFacts facts) {
        this.reads = reads;
        this.facts = facts;
    }

    <T> Mono<Outcome<T>> find(QueryContext context, Function<OrderRecord, Mono<Outcome<T>>> then) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("ORDER")));
        }
        return reads.byId(context.tx(), id.get())
                .flatMap(order -> context.denied(facts.of(order, context.principal()), "ORDER")
                        .map(denied -> Mono.just(Outcome.<T>refused(denied)))
                        .orElseGet(() -> then.apply(order)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }
}
