package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventDecoder;
import by.belparcel.eventing.envelope.EventDecoder.Payload;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.RawEventHandler;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What is decided before a transaction is opened: is the event for this function, and can its payload be read? No switch over
 * types: it lies on the way to the first answer of a cold process (eventing/edge ADR 0004).
 */
interface EventEntrance {

    Entry open(EventEnvelope event);

    sealed interface Entry {

        /** @param inboxId identity in the inbox, besides the source */
        record Open(String inboxId, Function<EventContext, Mono<Handled>> work) implements Entry {}

        record Closed(EventReply reply) implements Entry {}
    }

    static <E extends DomainEvent> EventEntrance typed(FunctionSpec.Event<E> spec, EventHandler<E> handler) {
        return envelope -> {
            EventMetadata event = envelope.metadata();
            if (event.targetConsumer() != null && !event.targetConsumer().equals(spec.name())) {
                return new Entry.Closed(EventReply.acknowledged(Delivery.IGNORED));
            }
            if (!event.type().equals(spec.type().name())) {
                return poison(422, "UNKNOWN_TYPE", spec.name() + " does not know " + event.type());
            }
            for (Map.Entry<String, String> wanted : spec.attributes().entrySet()) {
                if (!wanted.getValue().equals(event.extensions().get(wanted.getKey()))) {
                    return poison(422, "UNKNOWN_TYPE", spec.name() + " handles " + wanted + " only");
                }
            }
            Payload<E> payload = EventDecoder.decode(spec.type(), envelope.data());
            if (payload instanceof Payload.Read<E> read) {
                return new Entry.Open(event.id(), context -> handler.on(read.event(), context));
            }
            return poison(400, "SCHEMA", ((Payload.Unreadable<E>) payload).detail());
        };
    }

    static EventEntrance raw(RawEventHandler handler) {
        return envelope -> new Entry.Open(handler.inboxId(envelope), context -> handler.on(envelope, context));
    }

    private static Entry poison(int status, String code, String detail) {
        return new Entry.Closed(EventReply.refused(status, Delivery.POISON, code, detail, null));
    }
}
