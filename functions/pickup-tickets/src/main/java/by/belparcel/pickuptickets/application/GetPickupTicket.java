package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Shows the state of an order's ticket: {@code GET /orders/{id}/pickup-ticket}. */
public final class GetPickupTicket implements QueryHandler<TicketView> {

    private final TicketStore store;

    public GetPickupTicket(TicketStore store) {
        this.store = store;
    }

    @Override
    public Mono<Outcome<TicketView>> handle(QueryContext context) {
        Optional<String> order = PathId.of(context.parameters());
        return Mono.justOrEmpty(order)
                .flatMap(id -> store.byOrder(context.tx(), id))
                .map(ticket -> Caller.denied(
                                context, context.principal(), ticket.snapshot().orderId())
                        .map(Outcome::<TicketView>refused)
                        .orElseGet(() -> Outcome.ok(
                                TicketView.of(ticket), ticket.snapshot().version())))
                .defaultIfEmpty(Outcome.refused(Rejection.notFound("PICKUP_TICKET")));
    }
}
