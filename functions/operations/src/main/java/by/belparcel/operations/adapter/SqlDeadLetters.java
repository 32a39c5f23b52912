package by.belparcel.operations.adapter;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.DeadLetters;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import by.belparcel.operations.model.DeliveryFailure;
import by.belparcel.operations.model.Fingerprint;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Dead letters in {@code operations.dead_letters}. */
public final class SqlDeadLetters implements DeadLetters {

    static final String COLUMNS = "d.id, d.consumer, d.reason, d.error_class, d.error_text, d.fingerprint, d.attempts,"
            + " d.redrives, d.state, d.assignee, d.attributes::text as attributes, d.data, d.first_at, d.last_at, d.version";

    /** A failure after three redrives sets the letter aside; one that was given up or resolved opens again. */
    private static final String RECORD = """
            insert into operations.dead_letters as d (id, consumer, event_source, event_id, event_type, partition_key, sequence,
                correlation_id, reason, error_class, error_text, fingerprint, attempts, state, attributes, data, first_at, last_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, 'OPEN', $13::jsonb, $14, $15, $15)
            on conflict (consumer, event_source, event_id) do update set
                reason = excluded.reason, error_class = excluded.error_class, error_text = excluded.error_text,
                fingerprint = excluded.fingerprint, attempts = d.attempts + 1, last_at = excluded.last_at, version = d.version + 1,
                state = case when d.state = 'PARKED' or (d.state = 'REDRIVING' and d.redrives >= 3) then 'PARKED' else 'OPEN' end
            returning d.id, d.state, d.fingerprint, d.version = 1 as created""";

    private static final String LIST = "select " + COLUMNS + """
             from operations.dead_letters d
            where ($1::text is null or d.fingerprint = $1) and ($2::text is null or d.consumer = $2)
              and ($3::text is null or d.event_type = $3) and ($4::text is null or d.state = $4)
              and ($5::text is null or (d.first_at, d.id) > ($5::text::timestamptz, $6::text::uuid))
            order by d.first_at, d.id limit $7""";

    @Override
    public Mono<Recorded> record(
            Transaction tx, String newId, EventEnvelope event, DeliveryFailure failure, Instant now) {
        EventMetadata m = event.metadata();
        return tx.first(
                RECORD,
                row -> new Recorded(
                        text(row, "id"),
                        DeadLetterState.valueOf(text(row, "state")),
                        text(row, "fingerprint"),
                        Boolean.TRUE.equals(row.get("created", Boolean.class))),
                UUID.fromString(newId),
                failure.consumer(),
                m.source(),
                m.id(),
                m.type(),
                m.partitionKey(),
                m.sequence(),
                m.correlationId(),
                failure.reason(),
                failure.errorClass(),
                failure.errorText(),
                Fingerprint.of(m.type(), failure),
                Json.mapper().writeValueAsString(m),
                java.nio.ByteBuffer.wrap(event.data()),
                now.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Mono<DeadLetter> find(Transaction tx, String id) {
        return tx.first(
                "select " + COLUMNS + " from operations.dead_letters d where d.id = $1",
                SqlDeadLetters::map,
                UUID.fromString(id));
    }

    @Override
    public Mono<DeadLetter> lock(Transaction tx, String id) {
        return tx.first(
                "select " + COLUMNS + " from operations.dead_letters d where d.id = $1 for update",
                SqlDeadLetters::map,
                UUID.fromString(id));
    }

    @Override
    public Mono<List<DeadLetter>> list(Transaction tx, Criteria c, int limit) {
        Position after = c.after();
        return tx.<DeadLetter>all(
                        LIST,
                        SqlDeadLetters::map,
                        c.fingerprint(),
                        c.consumer(),
                        c.eventType(),
                        c.state() == null ? null : c.state().name(),
                        after == null ? null : after.firstAt().toString(),
                        after == null ? null : after.id(),
                        limit)
                .collectList();
    }

    @Override
    public Mono<Long> move(Transaction tx, String id, DeadLetterState to, @Nullable String reason) {
        return tx.update("""
                update operations.dead_letters set state = $2, discard_reason = coalesce($3::text, discard_reason),
                    redrives = redrives + (case when $2 = 'REDRIVING' then 1 else 0 end), version = version + 1
                where id = $1""", UUID.fromString(id), to.name(), reason);
    }

    static DeadLetter map(Readable row) {
        byte[] data = Objects.requireNonNull(row.get("data", byte[].class));
        EventMetadata metadata = Json.mapper().readValue(text(row, "attributes"), EventMetadata.class);
        return new DeadLetter(
                text(row, "id"),
                text(row, "consumer"),
                new EventEnvelope(metadata, data),
                text(row, "reason"),
                text(row, "error_class"),
                text(row, "error_text"),
                text(row, "fingerprint"),
                number(row, "attempts"),
                number(row, "redrives"),
                DeadLetterState.valueOf(text(row, "state")),
                row.get("assignee", String.class),
                time(row, "first_at"),
                time(row, "last_at"),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column)).toString();
    }

    static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
    }
}
