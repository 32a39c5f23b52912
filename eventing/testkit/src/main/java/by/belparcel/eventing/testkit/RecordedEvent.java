package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventDecoder;
import by.belparcel.eventing.envelope.EventDecoder.Payload;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * A row of the outbox.
 *
 * @param seq place in the log
 */
public record RecordedEvent(long seq, String topic, EventEnvelope envelope) {

    public EventMetadata metadata() {
        return envelope.metadata();
    }

    public String type() {
        return metadata().type();
    }

    public boolean is(EventType<?> type) {
        return type.name().equals(metadata().type());
    }

    public <E extends DomainEvent> E as(EventType<E> type) {
        return switch (EventDecoder.decode(type, envelope.data())) {
            case Payload.Read<E>(E event) -> event;
            case Payload.Unreadable<E>(String detail) -> throw new AssertionError(detail + ": " + this);
        };
    }

    public JsonNode json() {
        return Json.mapper().readTree(envelope.data());
    }

    @Override
    public String toString() {
        return type() + " " + metadata().subject() + " v" + metadata().sequence() + " "
                + new String(envelope.data(), StandardCharsets.UTF_8);
    }
}
