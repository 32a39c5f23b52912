package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads the outbox log of a test database. */
final class RecordedEvents {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private static final String READ = """
            select seq, topic, event_id, source, type, aggregate_id, aggregate_version, correlation_id, causation_id, actor,
                   attributes, data, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            from eventing.outbox where seq > ? order by seq
            """;

    private RecordedEvents() {}

    static List<RecordedEvent> after(TestDatabase database, long seq) {
        return database.rows(READ, seq).stream().map(RecordedEvents::event).toList();
    }

    private static RecordedEvent event(List<String> row) {
        Map<String, String> attributes = new LinkedHashMap<>(Json.mapper().readValue(row.get(10), ATTRIBUTES));
        String subject = attributes.remove("subject");
        @Nullable String traceparent = attributes.remove("traceparent");
        @Nullable String tracestate = attributes.remove("tracestate");
        boolean replay = attributes.remove("replay") != null;
        @Nullable String target = attributes.remove("targetconsumer");
        EventMetadata metadata = new EventMetadata(
                row.get(2),
                row.get(3),
                row.get(4),
                subject == null ? row.get(5) : subject,
                Instant.parse(row.get(12)),
                row.get(5),
                Long.parseLong(row.get(6)),
                row.get(7),
                row.get(8),
                traceparent,
                tracestate,
                row.get(9),
                replay,
                target,
                attributes);
        byte[] data = row.get(11).getBytes(StandardCharsets.UTF_8);
        return new RecordedEvent(Long.parseLong(row.getFirst()), row.get(1), new EventEnvelope(metadata, data));
    }
}
