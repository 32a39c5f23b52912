package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import reactor.core.publisher.Mono;

/** Forgets the remembered answers that a fact of parcels or points has changed. To forget twice does no harm. */
public final class ForgettingOnFact<E extends DomainEvent> implements EventHandler<E> {

    private final Cache cache;

    public ForgettingOnFact(Cache cache) {
        this.cache = cache;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        return cache.invalidate(CacheTags.changedBy(event)).then(Handled.applied());
    }
}
