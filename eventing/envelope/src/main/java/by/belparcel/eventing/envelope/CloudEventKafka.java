package by.belparcel.eventing.envelope;

import by.belparcel.eventing.envelope.DecodedEvent.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** CloudEvents 1.0 over Kafka in binary mode: header {@code ce_<attribute>} in UTF-8, no percent-encoding. Knows no Kafka class. */
public final class CloudEventKafka {

    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";

    private CloudEventKafka() {}

    /** Record headers in a fixed order; the record's value is the envelope's data, its key the partition key. */
    public static Map<String, byte[]> headers(EventEnvelope envelope) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        Attributes.write(envelope.metadata())
                .forEach((name, value) -> headers.put(
                        name.equals("datacontenttype") ? CONTENT_TYPE : PREFIX + name,
                        value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** Reads a record; headers that are no CloudEvents attributes are not looked at. */
    public static DecodedEvent read(Iterable<? extends Map.Entry<String, byte[]>> headers, byte[] value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String text = new String(header.getValue(), StandardCharsets.UTF_8);
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), text);
            } else if (name.equals(CONTENT_TYPE) && !CloudEvents.isJson(text)) {
                return Invalid.malformed("the record's content type is not JSON");
            }
        }
        try {
            return new DecodedEvent.Valid(new EventEnvelope(Attributes.read(attributes), value));
        } catch (Attributes.Broken e) {
            return Invalid.malformed(String.valueOf(e.getMessage()));
        }
    }
}
