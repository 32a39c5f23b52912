package by.belparcel.eventing.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Log rows as Kafka records in the binary mode of CloudEvents 1.0: attributes as {@code ce_*} headers, payload as value. */
final class CloudEventRecords {

    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");
    private static final String SCHEMA_BASE = "https://belparcel.by/schemas/";
    private static final int SEQUENCE_DIGITS = 10;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter POSTGRES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]X", Locale.ROOT);

    /** Header name by attribute name: the few that exist are built once. */
    private static final Map<String, String> EXTENSION_NAMES = new ConcurrentHashMap<>();

    private static final Map<String, byte[]> SCHEMAS = new ConcurrentHashMap<>();

    private CloudEventRecords() {}

    static ProducerRecord<byte[], byte[]> of(LogRow row) {
        String[] c = row.columns();
        byte[] key = bytes(row.aggregateId());
        Headers headers = new RecordHeaders();
        headers.add(new RecordHeader("ce_specversion", VERSION));
        headers.add(new RecordHeader("ce_id", bytes(c[6])));
        headers.add(new RecordHeader("ce_source", bytes(c[8])));
        headers.add(new RecordHeader("ce_type", bytes(c[5])));
        headers.add(new RecordHeader("ce_time", bytes(time(c[12]))));
        headers.add(new RecordHeader("ce_dataschema", schema(c[5])));
        headers.add(new RecordHeader("content-type", JSON));
        headers.add(new RecordHeader("ce_partitionkey", key));
        headers.add(new RecordHeader("ce_sequence", bytes(padded(c[7]))));
        headers.add(new RecordHeader("ce_correlationid", bytes(c[9])));
        headers.add(new RecordHeader("ce_causationid", bytes(c[10])));
        headers.add(new RecordHeader("ce_actor", bytes(c[11])));
        boolean[] subject = new boolean[1];
        Attributes.read(c[13], (name, value) -> {
            subject[0] |= name.equals("subject");
            headers.add(new RecordHeader(headerName(name), bytes(value)));
        });
        if (!subject[0]) {
            headers.add(new RecordHeader("ce_subject", key));
        }
        return new ProducerRecord<>(c[4], null, key, row.data(), headers);
    }

    static String topic(LogRow row) {
        return row.columns()[4];
    }

    /** PostgreSQL's {@code 2026-11-20 08:00:00.123456+00} as RFC 3339 with milliseconds. */
    static String time(String postgres) {
        int length = postgres.length();
        if (!postgres.endsWith("+00") || length < 22 || postgres.charAt(10) != ' ') {
            return MILLIS.format(instant(postgres));
        }
        StringBuilder out = new StringBuilder(24)
                .append(postgres, 0, 10)
                .append('T')
                .append(postgres, 11, 19)
                .append('.');
        for (int i = 20; i < 23; i++) {
            boolean digit = i < length - 3;
            out.append(digit ? postgres.charAt(i) : '0');
        }
        return out.append('Z').toString();
    }

    private static Instant instant(String postgres) {
        return OffsetDateTime.parse(postgres, POSTGRES).toInstant();
    }

    private static String padded(String version) {
        return version.length() >= SEQUENCE_DIGITS ? version : "0".repeat(SEQUENCE_DIGITS - version.length()) + version;
    }

    private static byte[] schema(String type) {
        return SCHEMAS.computeIfAbsent(type, name -> bytes(SCHEMA_BASE + name + ".json"));
    }

    private static String headerName(String attribute) {
        return EXTENSION_NAMES.computeIfAbsent(attribute, name -> "ce_" + name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
