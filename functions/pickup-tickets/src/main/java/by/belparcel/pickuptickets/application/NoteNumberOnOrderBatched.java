package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import reactor.core.publisher.Mono;

/** Learns by which number people call an order; whoever stands at a counter has no UUID. */
public final class NoteNumberOnOrderBatched implements EventHandler<OrderEvent.Batched> {

    private final OrderNames names;

    public NoteNumberOnOrderBatched(OrderNames names) {
        this.names = names;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Batched event, EventContext context) {
        return names.note(context.tx(), event.orderId(), event.number())
                .flatMap(news -> news ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }
}
