package by.belparcel.architecture;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.EventCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** AsyncAPI 3.0 of the published language: channels are topics, messages are types, operations are contexts and functions. */
final class AsyncApiDocument {

    private static final String HEAD =
            "# Generated from the event records and function declarations by functions/architecture (-Dgolden=write). Do not edit.\n";
    private static final String DEAD_LETTERS = "dlq";

    private final EventFlow flow;
    private final Path schemas;

    /** @param schemas folder of the JSON Schemas, beside which the document stands */
    AsyncApiDocument(EventFlow flow, Path schemas) {
        this.flow = flow;
        this.schemas = schemas;
    }

    String yaml() {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .build();
        return HEAD + new Dump(settings).dumpToString(document());
    }

    private Fields document() {
        return new Fields()
                .with("asyncapi", "3.0.0")
                .with(
                        "info",
                        new Fields()
                                .with("title", "BelParcel events")
                                .with("version", "1.0.0")
                                .with(
                                        "description",
                                        "CloudEvents 1.0 in binary mode over Kafka. Delivery is at least once, in"
                                                + " order per key; consumers ignore fields that they do not know."))
                .with("defaultContentType", "application/json")
                .with("channels", channels())
                .with("operations", operations())
                .with(
                        "components",
                        new Fields()
                                .with("messages", messages())
                                .with("messageTraits", new Fields().with("cloudEvent", cloudEvent())));
    }

    private static Fields channels() {
        Fields channels = new Fields();
        for (String topic : topics()) {
            Fields messages = new Fields();
            types(topic).forEach(type -> messages.with(type.name(), reference("#/components/messages/" + type.name())));
            channels.with(topic, new Fields().with("address", topic).with("messages", messages));
        }
        return channels.with(
                DEAD_LETTERS,
                new Fields()
                        .with("address", DEAD_LETTERS)
                        .with(
                                "description",
                                "Events of any type that could not be delivered, with knativeerror* attributes."));
    }

    private Fields operations() {
        Map<String, Fields> operations = new TreeMap<>();
        for (FunctionModule module : flow.modules()) {
            for (String topic : topics()) {
                List<EventType<?>> sent = types(topic).stream()
                        .filter(type -> flow.producers(type).contains(module.name()))
                        .toList();
                if (!sent.isEmpty()) {
                    operations.put(module.name() + "-to-" + topic, operation("send", module, topic, sent));
                }
            }
            for (FunctionSpec function : module.functions()) {
                switch (function) {
                    case FunctionSpec.Event<?> event ->
                        operations.put(
                                event.name(),
                                operation("receive", module, event.type().topic(), List.of(event.type())));
                    case FunctionSpec.RawEvent raw ->
                        operations.put(raw.name(), operation("receive", module, DEAD_LETTERS, List.of()));
                    default -> {}
                }
            }
        }
        Fields sorted = new Fields();
        operations.forEach(sorted::with);
        return sorted;
    }

    private static Fields operation(String action, FunctionModule module, String topic, List<EventType<?>> types) {
        Fields operation = new Fields()
                .with("action", action)
                .with("channel", reference("#/channels/" + topic))
                .with("tags", List.of(new Fields().with("name", module.name())));
        if (!types.isEmpty()) {
            operation.with(
                    "messages",
                    types.stream()
                            .map(type -> reference("#/channels/" + topic + "/messages/" + type.name()))
                            .toList());
        }
        return operation;
    }

    private Fields messages() {
        Fields messages = new Fields();
        for (EventType<?> type : EventCatalog.all()) {
            messages.with(
                    type.name(),
                    new Fields()
                            .with("name", type.name())
                            .with("title", type.shortName())
                            .with("summary", summary(type))
                            .with("traits", List.of(reference("#/components/messageTraits/cloudEvent")))
                            .with("payload", reference(schemas.getFileName() + "/" + type.name() + ".json")));
        }
        return messages;
    }

    private String summary(EventType<?> type) {
        try {
            String schema = Files.readString(schemas.resolve(type.name() + ".json"));
            return Json.mapper().readTree(schema).get("description").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes that every record has (domain README 4.3). */
    private static Fields cloudEvent() {
        Fields properties = new Fields();
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "UUIDv7 of the event",
                "ce_source", "/belparcel/ and the function that emitted it",
                "ce_type", "name of the message",
                "ce_subject", "id of the aggregate",
                "ce_time", "RFC 3339, UTC, milliseconds",
                "ce_partitionkey", "the record's key",
                "ce_correlationid", "id of the root command",
                "ce_causationid", "id of the event or command that caused this one",
                "ce_actor", "who did it, as role and id"));
        attributes.forEach((name, text) ->
                properties.with(name, new Fields().with("type", "string").with("description", text)));
        return new Fields()
                .with("contentType", "application/json")
                .with(
                        "headers",
                        new Fields()
                                .with("type", "object")
                                .with("properties", properties)
                                .with("required", List.copyOf(attributes.keySet())))
                .with(
                        "bindings",
                        new Fields()
                                .with(
                                        "kafka",
                                        new Fields()
                                                .with(
                                                        "key",
                                                        new Fields()
                                                                .with("type", "string")
                                                                .with("description", "id of the aggregate"))));
    }

    private static TreeSet<String> topics() {
        TreeSet<String> topics = new TreeSet<>();
        EventCatalog.all().forEach(type -> topics.add(type.topic()));
        return topics;
    }

    private static List<EventType<?>> types(String topic) {
        return EventCatalog.all().stream()
                .filter(type -> type.topic().equals(topic))
                .toList();
    }

    private static Fields reference(String to) {
        return new Fields().with("$ref", to);
    }
}
