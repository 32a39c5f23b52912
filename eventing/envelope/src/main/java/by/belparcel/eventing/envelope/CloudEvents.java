package by.belparcel.eventing.envelope;

import by.belparcel.eventing.envelope.DecodedEvent.Failure;
import by.belparcel.eventing.envelope.DecodedEvent.Invalid;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CloudEvents SDK's event ⇄ {@link EventEnvelope}. */
final class CloudEvents {

    static final int DATA_LIMIT = 64 * 1024;

    private CloudEvents() {}

    static DecodedEvent envelope(CloudEvent event) {
        if (!isJson(event.getDataContentType())) {
            return new Invalid(Failure.UNSUPPORTED, "UNSUPPORTED_MEDIA_TYPE", "datacontenttype must be JSON");
        }
        CloudEventData data = event.getData();
        byte[] bytes = data == null ? new byte[0] : data.toBytes();
        if (bytes.length > DATA_LIMIT) {
            return new Invalid(Failure.TOO_LARGE, "BODY_TOO_LARGE", "data has more than 64 KiB");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", event.getSpecVersion().toString());
        for (String name : event.getAttributeNames()) {
            put(attributes, name, event.getAttribute(name));
        }
        for (String name : event.getExtensionNames()) {
            put(attributes, name, event.getExtension(name));
        }
        try {
            return new DecodedEvent.Valid(new EventEnvelope(Attributes.read(attributes), bytes));
        } catch (Attributes.Broken e) {
            return Invalid.malformed(String.valueOf(e.getMessage()));
        }
    }

    static CloudEvent event(EventEnvelope envelope) {
        Map<String, String> attributes = Attributes.write(envelope.metadata());
        CloudEventBuilder builder = CloudEventBuilder.v1();
        attributes.forEach((name, value) -> set(builder, name, value));
        return builder.withData(Attributes.JSON, envelope.data()).build();
    }

    private static void set(CloudEventBuilder builder, String name, String value) {
        switch (name) {
            case "specversion", "datacontenttype" -> {}
            case "id" -> builder.withId(value);
            case "source" -> builder.withSource(URI.create(value));
            case "type" -> builder.withType(value);
            case "subject" -> builder.withSubject(value);
            case "time" -> builder.withTime(OffsetDateTime.parse(value));
            case "dataschema" -> builder.withDataSchema(URI.create(value));
            default -> builder.withExtension(name, value);
        }
    }

    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals(Attributes.JSON) || type.equals("text/json") || type.endsWith("+json");
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }
}
