package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import java.util.Set;
import reactor.core.publisher.Mono;

/** An event of others that changes points here without a fact of ours: the answers made of them are held as by a command. */
public final class HoldingEvent<E extends DomainEvent> implements EventHandler<E> {

    private final EventHandler<E> handler;
    private final Cache cache;

    public HoldingEvent(EventHandler<E> handler, Cache cache) {
        this.handler = handler;
        this.cache = cache;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        Set<String> tags = CacheTags.changedBy(event);
        return handler.on(event, context)
                .flatMap(handled ->
                        tags.isEmpty() ? Mono.just(handled) : cache.hold(tags).thenReturn(handled));
    }
}
