package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.SourceManifest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a KafkaSource makes of a record that is no CloudEvent. */
final class PlainRecords {

    private PlainRecords() {}

    static Event event(SourceManifest source, ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", "partition:" + record.partition() + "/offset:" + record.offset());
        attributes.put(
                "source",
                "/apis/v1/namespaces/" + source.key().namespace() + "/kafkasources/"
                        + source.key().name() + "#" + record.topic());
        attributes.put("type", "dev.knative.kafka.event");
        attributes.put("subject", "partition:" + record.partition() + "#" + record.offset());
        attributes.put(
                "time",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(Math.max(0, record.timestamp())).atOffset(ZoneOffset.UTC)));
        for (Header header : record.headers()) {
            if (header.value() == null) {
                continue;
            }
            String value = new String(header.value(), StandardCharsets.UTF_8);
            if (header.key().equalsIgnoreCase("content-type")) {
                // A plain record that claims to be an event would be taken for one by the receiver.
                attributes.put(
                        "datacontenttype",
                        value.toLowerCase(Locale.ROOT).startsWith("application/cloudevents")
                                ? "application/octet-stream"
                                : value);
            } else {
                attributes.put("kafkaheader" + plainName(header.key()), value);
            }
        }
        if (record.key() != null) {
            String key = key(source.keyType(), record.key());
            attributes.put("key", key);
            attributes.put("partitionkey", key);
        }
        return new Event(attributes, record.value());
    }

    static String key(SourceManifest.KeyType type, byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key);
        if (type == SourceManifest.KeyType.INT && key.length == Integer.BYTES) {
            return Integer.toString(bytes.getInt());
        }
        if (type == SourceManifest.KeyType.FLOAT && key.length == Float.BYTES) {
            return Float.toString(bytes.getFloat());
        }
        if (type == SourceManifest.KeyType.FLOAT && key.length == Double.BYTES) {
            return Double.toString(bytes.getDouble());
        }
        return type == SourceManifest.KeyType.BYTE_ARRAY
                ? Base64.getEncoder().encodeToString(key)
                : new String(key, StandardCharsets.UTF_8);
    }

    private static String plainName(String name) {
        StringBuilder plain = new StringBuilder();
        for (char each : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) {
                plain.append(each);
            }
        }
        return plain.toString();
    }
}
