package by.belparcel.eventing.envelope;

import by.belparcel.eventing.envelope.DecodedEvent.Failure;
import by.belparcel.eventing.envelope.DecodedEvent.Invalid;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** CloudEvents 1.0 over HTTP: binary and structured mode, no batches (quality section 13). */
public final class CloudEventHttp {

    private static final String CONTENT_TYPE = "content-type";
    private static final String PREFIX = "ce-";

    private CloudEventHttp() {}

    /**
     * An event as an HTTP message.
     *
     * @param headers names lower-case
     */
    public record HttpEvent(Map<String, String> headers, byte[] body) {}

    /**
     * Reads a request. The content type wins over {@code ce-*} headers, header names know no case, values are percent-decoded once.
     *
     * @param headers as received; other headers than content-type and ce-* are not looked at
     */
    public static DecodedEvent read(Iterable<? extends Map.Entry<String, String>> headers, byte[] body) {
        Map<String, String> relevant = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!name.equals(CONTENT_TYPE) && !name.startsWith(PREFIX)) {
                continue;
            }
            Optional<String> value =
                    name.equals(CONTENT_TYPE) ? Optional.of(header.getValue()) : HeaderText.decode(header.getValue());
            if (value.isEmpty()) {
                return Invalid.malformed("a header is not percent-encoded UTF-8");
            }
            if (relevant.put(name, value.get()) != null) {
                return Invalid.malformed("an attribute stands twice");
            }
        }
        return read(relevant, body);
    }

    /**
     * As {@link #read(Iterable, byte[])}, but a message that breaks the rules becomes an event too. For the keeper of dead
     * letters: what it refused would come back to it for ever.
     */
    public static EventEnvelope readAnything(Iterable<? extends Map.Entry<String, String>> headers, byte[] body) {
        if (read(headers, body) instanceof DecodedEvent.Valid(EventEnvelope envelope)) {
            return envelope;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = HeaderText.decode(header.getValue()).orElse(header.getValue());
            if (name.equals(CONTENT_TYPE)) {
                attributes.put("datacontenttype", value);
            } else if (name.startsWith(PREFIX)) {
                attributes.putIfAbsent(name.substring(PREFIX.length()), value);
            }
        }
        return UnreadableEvent.of(attributes, body);
    }

    /** As {@link #read(Iterable, byte[])}, for headers by name. */
    public static DecodedEvent readMultimap(Map<String, List<String>> headers, byte[] body) {
        return read(
                headers.entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> Map.entry(header.getKey(), value)))
                        .toList(),
                body);
    }

    /** Binary mode. */
    public static HttpEvent write(EventEnvelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        Attributes.write(envelope.metadata()).forEach((name, value) -> {
            boolean type = name.equals("datacontenttype");
            headers.put(type ? CONTENT_TYPE : PREFIX + name, type ? value : HeaderText.encode(value));
        });
        return new HttpEvent(headers, envelope.data());
    }

    /** Structured mode. */
    public static HttpEvent writeStructured(EventEnvelope envelope) {
        byte[] body = new JsonEventFormat().serialize(CloudEvents.event(envelope));
        return new HttpEvent(Map.of(CONTENT_TYPE, JsonEventFormat.CONTENT_TYPE), body);
    }

    private static DecodedEvent read(Map<String, String> headers, byte[] body) {
        String contentType = headers.getOrDefault(CONTENT_TYPE, Attributes.JSON).toLowerCase(Locale.ROOT);
        if (contentType.startsWith("application/cloudevents-batch")) {
            return new Invalid(Failure.UNSUPPORTED, "UNSUPPORTED_MEDIA_TYPE", "batches are not supported");
        }
        boolean structured = contentType.startsWith("application/cloudevents");
        if (structured && !contentType.startsWith(JsonEventFormat.CONTENT_TYPE)) {
            return new Invalid(
                    Failure.UNSUPPORTED, "UNSUPPORTED_MEDIA_TYPE", "structured events are read as JSON only");
        }
        for (String name : headers.keySet()) {
            if (!structured && name.startsWith(PREFIX) && !Attributes.isName(name.substring(PREFIX.length()))) {
                return Invalid.malformed("attribute names consist of lower-case letters and digits");
            }
        }
        if (!structured && !"1.0".equals(headers.get("ce-specversion"))) {
            return Invalid.malformed("specversion must be 1.0");
        }
        try {
            return CloudEvents.envelope(
                    HttpMessageFactory.createReader(headers::forEach, body).toEvent());
        } catch (CloudEventRWException | EventDeserializationException | IllegalStateException e) {
            return Invalid.malformed(why(e));
        }
    }

    private static String why(RuntimeException e) {
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "a required attribute is missing or malformed";
    }
}
