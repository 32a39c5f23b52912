package by.belparcel.runner.eventing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents in Kafka records: binary ({@code ce_*} headers) and structured. The key is {@code partitionkey}, else null. */
final class KafkaFormat {

    /** Replies remember how often they went round; the header is no attribute, so that receivers do not see it. */
    private static final String HOPS = "belparcel-runner-hops";

    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";

    private KafkaFormat() {}

    /** The event in a record; nothing when the record holds none. */
    static Optional<Event> read(ConsumerRecord<byte[], byte[]> record) {
        String contentType = header(record.headers(), CONTENT_TYPE);
        byte[] value = record.value();
        try {
            if (contentType != null && JsonFormat.isStructured(contentType)) {
                return value == null ? Optional.empty() : Optional.of(JsonFormat.read(contentType, value));
            }
            return record.headers().lastHeader(PREFIX + "specversion") == null
                    ? Optional.empty()
                    : Optional.of(binary(record, contentType));
        } catch (NoEventException e) {
            return Optional.empty();
        }
    }

    private static Event binary(ConsumerRecord<byte[], byte[]> record, @Nullable String contentType) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(header.key().substring(PREFIX.length()), text(header.value()));
            }
        }
        if (contentType != null) {
            attributes.put("datacontenttype", contentType);
        }
        return Event.checked(attributes, record.value());
    }

    static ProducerRecord<byte[], byte[]> write(String topic, Event event, boolean structured, int hops) {
        String key = event.get("partitionkey");
        byte[] value = structured ? JsonFormat.write(event) : event.data();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key == null ? null : bytes(key), value);
        if (structured) {
            record.headers().add(CONTENT_TYPE, bytes(JsonFormat.CONTENT_TYPE));
        } else {
            event.attributes()
                    .forEach((name, text) -> record.headers()
                            .add(name.equals("datacontenttype") ? CONTENT_TYPE : PREFIX + name, bytes(text)));
        }
        if (hops > 0) {
            record.headers().add(HOPS, bytes(Integer.toString(hops)));
        }
        return record;
    }

    static int hops(ConsumerRecord<byte[], byte[]> record) {
        String text = header(record.headers(), HOPS);
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : text(header.value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
