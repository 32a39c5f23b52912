package by.belparcel.operations.adapter;

import static by.belparcel.operations.adapter.SqlDeadLetters.text;
import static by.belparcel.operations.adapter.SqlDeadLetters.time;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.RepairingMissing;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Events read back from {@code eventing.outbox}. */
public final class SqlEventLog implements RepairingMissing.EventLog {

    private static final TypeReference<HashMap<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private static final String ENTRY = """
            select event_id, source, type, topic, aggregate_id, aggregate_version, correlation_id, causation_id, actor,
                attributes::text as attributes, data::text as data, created_at
            from eventing.outbox where aggregate_id = $1 and event_id = $2 limit 1""";

    @Override
    public Mono<Entry> entry(Transaction tx, String key, String eventId) {
        return tx.first(ENTRY, SqlEventLog::map, key, UUID.fromString(eventId));
    }

    private static Entry map(Readable row) {
        Map<String, String> attributes = Json.mapper().readValue(text(row, "attributes"), ATTRIBUTES);
        EventMetadata metadata = new EventMetadata(
                text(row, "event_id"),
                text(row, "source"),
                text(row, "type"),
                orElse(attributes.remove("subject"), text(row, "aggregate_id")),
                time(row, "created_at"),
                text(row, "aggregate_id"),
                Objects.requireNonNull(row.get("aggregate_version", Long.class)),
                text(row, "correlation_id"),
                text(row, "causation_id"),
                attributes.remove("traceparent"),
                attributes.remove("tracestate"),
                text(row, "actor"),
                false,
                null,
                attributes);
        return new Entry(
                new EventEnvelope(metadata, text(row, "data").getBytes(StandardCharsets.UTF_8)), text(row, "topic"));
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
