package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventDecoder;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Golden payloads and their schemas, from the class path. */
final class Samples {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Samples() {}

    /** A payload with every optional field. */
    static ObjectNode of(EventType<?> type) {
        return (ObjectNode) read("/samples/" + type.name() + ".json");
    }

    /** The same as the shipped one ({@link SchemasTest}), so that one run refreshes and checks. */
    static JsonNode schema(EventType<?> type) {
        return SchemaWriter.schema(type);
    }

    /** What the schema finds wrong; formats are asserted. */
    static List<String> problems(EventType<?> type, JsonNode payload) {
        Schema schema = SCHEMAS.getSchema(schema(type));
        return schema
                .validate(payload, (context) -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    static EventDecoder.Payload<? extends DomainEvent> decode(EventType<?> type, JsonNode payload) {
        return EventDecoder.decode(type, Json.mapper().writeValueAsBytes(payload));
    }

    /** @throws IllegalArgumentException when it cannot be read */
    static DomainEvent event(EventType<?> type, JsonNode payload) {
        return switch (decode(type, payload)) {
            case EventDecoder.Payload.Read<? extends DomainEvent>(var event) -> event;
            case EventDecoder.Payload.Unreadable<? extends DomainEvent>(var detail) ->
                throw new IllegalArgumentException(type.name() + ": " + detail);
        };
    }

    static JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(resource), resource)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
