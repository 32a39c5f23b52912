package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.DomainEvent;
import reactor.core.publisher.Mono;

/**
 * Reacts to one type of event. It runs inside the transaction that also holds the inbox row and the outbox rows of what it
 * emits, so its effect happens once however often the event comes. A technical failure is an error signal: the event is retried.
 */
public interface EventHandler<E extends DomainEvent> {

    Mono<Handled> on(E event, EventContext context);
}
