package by.belparcel.eventing.envelope;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.format.EventSerializationException;
import io.cloudevents.rw.CloudEventDataMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Structured mode, {@code application/cloudevents+json}, by our Jackson 3 mapper: the SDK's own format needs Jackson 2. */
public final class JsonEventFormat implements EventFormat {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    @Override
    public String serializedContentType() {
        return CONTENT_TYPE;
    }

    @Override
    public Set<String> deserializableContentTypes() {
        return Set.of(CONTENT_TYPE);
    }

    @Override
    public byte[] serialize(CloudEvent event) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("specversion", event.getSpecVersion().toString());
        event.getAttributeNames().stream().sorted().forEach(name -> put(json, name, event.getAttribute(name)));
        event.getExtensionNames().stream().sorted().forEach(name -> put(json, name, event.getExtension(name)));
        CloudEventData data = event.getData();
        try {
            if (data != null) {
                writeData(json, event.getDataContentType(), data.toBytes());
            }
            return Json.mapper().writeValueAsBytes(json);
        } catch (JacksonException e) {
            throw new EventSerializationException(e);
        }
    }

    @Override
    public CloudEvent deserialize(byte[] bytes, CloudEventDataMapper<? extends CloudEventData> mapper) {
        JsonNode json = parse(bytes);
        if (!json.isObject()) {
            throw broken("A structured event is one JSON object");
        }
        if (!"1.0".equals(json.path("specversion").stringValue(""))) {
            throw broken("specversion must be 1.0");
        }
        CloudEventBuilder builder = CloudEventBuilder.v1();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!isData(member.getKey()) && !member.getValue().isNull()) {
                set(builder, member.getKey(), text(member.getValue()));
            }
        }
        byte[] data = data(json);
        if (data != null) {
            builder.withData(mapper.map(BytesCloudEventData.wrap(data)));
        }
        return builder.build();
    }

    private static void writeData(ObjectNode json, @Nullable String contentType, byte[] data) {
        if (CloudEvents.isJson(contentType)) {
            json.set("data", Json.mapper().readTree(data));
        } else {
            json.put("data_base64", Base64.getEncoder().encodeToString(data));
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean flag -> json.put(name, flag);
            case Integer number -> json.put(name, number);
            default -> json.put(name, value.toString());
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.mapper().readTree(bytes);
        } catch (JacksonException e) {
            throw broken("The event is not JSON");
        }
    }

    private static boolean isData(String name) {
        return name.equals("data") || name.equals("data_base64") || name.equals("specversion");
    }

    private static void set(CloudEventBuilder builder, String name, String value) {
        try {
            switch (name) {
                case "id" -> builder.withId(value);
                case "source" -> builder.withSource(URI.create(value));
                case "type" -> builder.withType(value);
                case "subject" -> builder.withSubject(value);
                case "time" -> builder.withTime(OffsetDateTime.parse(value));
                case "datacontenttype" -> builder.withDataContentType(value);
                case "dataschema" -> builder.withDataSchema(URI.create(value));
                default -> extension(builder, name, value);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw broken(Attributes.isName(name) ? name + " is malformed" : "An attribute is malformed");
        }
    }

    private static void extension(CloudEventBuilder builder, String name, String value) {
        if (!Attributes.isName(name)) {
            throw broken("attribute names consist of lower-case letters and digits");
        }
        builder.withExtension(name, value);
    }

    private static String text(JsonNode value) {
        if (value.isContainer() || value.isFloatingPointNumber()) {
            throw broken("attributes are strings, whole numbers or booleans");
        }
        return value.asString();
    }

    private static byte @Nullable [] data(JsonNode json) {
        JsonNode base64 = json.get("data_base64");
        JsonNode data = json.get("data");
        if (base64 != null && !base64.isNull()) {
            if (data != null || !base64.isString()) {
                throw broken("data_base64 is a string and stands instead of data");
            }
            try {
                return Base64.getDecoder().decode(base64.stringValue());
            } catch (IllegalArgumentException e) {
                throw broken("data_base64 is not Base64");
            }
        }
        if (data == null || data.isNull()) {
            return null;
        }
        boolean isJson = CloudEvents.isJson(json.path("datacontenttype").stringValue("application/json"));
        return isJson ? Json.mapper().writeValueAsBytes(data) : data.asString().getBytes(StandardCharsets.UTF_8);
    }

    private static EventDeserializationException broken(String why) {
        return new EventDeserializationException(new IllegalArgumentException(why));
    }
}
