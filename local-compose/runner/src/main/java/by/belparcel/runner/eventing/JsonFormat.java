package by.belparcel.runner.eventing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Structured mode: the CloudEvents JSON format. */
final class JsonFormat {

    static final String CONTENT_TYPE = "application/cloudevents+json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFormat() {}

    static boolean isStructured(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/cloudevents");
    }

    static Event read(String contentType, byte[] bytes) {
        if (!contentType.strip().toLowerCase(Locale.ROOT).startsWith(CONTENT_TYPE)) {
            throw new NoEventException("content type " + contentType);
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new NoEventException("no JSON");
        }
        if (!(root instanceof ObjectNode object)) {
            throw new NoEventException("no JSON object");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            boolean data = field.getKey().equals("data") || field.getKey().equals("data_base64");
            if (!data && !field.getValue().isNull()) {
                if (!field.getValue().isValueNode()) {
                    throw new NoEventException("attribute " + field.getKey() + " is no single value");
                }
                attributes.put(field.getKey(), field.getValue().asString());
            }
        }
        byte[] data = data(object, attributes.get("datacontenttype"));
        if (data != null) {
            attributes.putIfAbsent("datacontenttype", "application/json");
        }
        return Event.checked(attributes, data);
    }

    private static byte @Nullable [] data(ObjectNode object, @Nullable String contentType) {
        JsonNode base64 = object.get("data_base64");
        if (base64 != null && !base64.isNull()) {
            try {
                return Base64.getDecoder().decode(base64.asString());
            } catch (IllegalArgumentException e) {
                throw new NoEventException("data_base64 is no base64");
            }
        }
        JsonNode data = object.get("data");
        if (data == null || data.isNull()) {
            return null;
        }
        return data.isString() && !isJson(contentType)
                ? data.asString().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(data);
    }

    static byte[] write(Event event) {
        ObjectNode object = JSON.createObjectNode();
        event.attributes().forEach(object::put);
        byte[] data = event.data();
        if (data != null) {
            JsonNode json = isJson(event.get("datacontenttype")) ? parsed(data) : null;
            if (json != null) {
                object.set("data", json);
            } else {
                object.put("data_base64", Base64.getEncoder().encodeToString(data));
            }
        }
        return JSON.writeValueAsBytes(object);
    }

    private static @Nullable JsonNode parsed(byte[] data) {
        try {
            return JSON.readTree(data);
        } catch (JacksonException e) {
            return null; // says JSON and is none: carried as bytes
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.endsWith("/json") || type.endsWith("+json");
    }
}
