package by.belparcel.runner.eventing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** CloudEvents over HTTP: binary out, binary or structured in. Values are not percent-encoded, as in the data plane. */
final class HttpFormat {

    private static final String PREFIX = "ce-";

    private HttpFormat() {}

    /** Headers of a delivery from an object in {@code namespace}. */
    static Map<String, String> headers(Event event, String namespace) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.attributes().forEach((name, value) -> {
            if (name.equals("datacontenttype")) {
                headers.put("content-type", value);
            } else {
                headers.put(PREFIX + name, value);
            }
        });
        headers.put("prefer", "reply");
        headers.put("kn-namespace", namespace);
        return headers;
    }

    static byte[] body(Event event) {
        byte[] data = event.data();
        return data == null ? new byte[0] : data;
    }

    /** Whether an answer says that it is an event. */
    static boolean claimsEvent(Map<String, String> headers) {
        Map<String, String> lower = lower(headers);
        return lower.containsKey("ce-specversion") || JsonFormat.isStructured(lower.get("content-type"));
    }

    /**
     * Reads a request or an answer.
     *
     * @throws NoEventException when it is no event
     */
    static Event read(Map<String, String> headers, byte[] body) {
        Map<String, String> lower = lower(headers);
        String contentType = lower.get("content-type");
        if (contentType != null && JsonFormat.isStructured(contentType)) {
            return JsonFormat.read(contentType, body);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        lower.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), value);
            }
        });
        if (contentType != null) {
            attributes.put("datacontenttype", contentType);
        }
        return Event.checked(attributes, body.length == 0 ? null : body);
    }

    static Map<String, String> lower(Map<String, String> headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
