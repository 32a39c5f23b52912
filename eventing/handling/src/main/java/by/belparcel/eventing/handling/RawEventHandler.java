package by.belparcel.eventing.handling;

import by.belparcel.eventing.envelope.EventEnvelope;
import reactor.core.publisher.Mono;

/** Reacts to events of every type without decoding them, such as dead letters. Same transaction rules as {@link EventHandler}. */
public interface RawEventHandler {

    /** Identity for the inbox where (source, id) is not enough: one event may be dead for several consumers. */
    String inboxId(EventEnvelope event);

    Mono<Handled> on(EventEnvelope event, EventContext context);
}
