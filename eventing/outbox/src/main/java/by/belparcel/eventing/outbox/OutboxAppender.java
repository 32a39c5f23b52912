package by.belparcel.eventing.outbox;

import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.store.Transaction;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Appends the events of a transaction to the log with one statement. Call it after the aggregate's row is locked or written:
 * that makes the log's sequence the order of the aggregate.
 */
public final class OutboxAppender {

    private static final String INSERT = """
            insert into eventing.outbox (shard, event_id, type, topic, source, aggregate_id, aggregate_version,
                                         correlation_id, causation_id, actor, attributes, data, created_at)
            select shard::smallint, event_id::uuid, type, topic, source, aggregate_id, aggregate_version::bigint,
                   correlation_id, causation_id, actor, attributes::jsonb, data::jsonb, created_at::timestamptz
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
                 with ordinality as e (shard, event_id, type, topic, source, aggregate_id, aggregate_version,
                                       correlation_id, causation_id, actor, attributes, data, created_at, place)
            order by place""";

    /** Completes with the number of appended rows; the caller's transaction decides whether they exist. */
    public Mono<Long> append(Transaction tx, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Mono.just(0L);
        }
        return tx.update(
                INSERT,
                metadata(events, m -> Integer.toString(Shards.of(m.partitionKey()))),
                metadata(events, EventMetadata::id),
                metadata(events, EventMetadata::type),
                column(events, OutboxEvent::topic),
                metadata(events, m -> plain(m.source())),
                metadata(events, EventMetadata::partitionKey),
                metadata(events, m -> Long.toString(m.sequence())),
                metadata(events, m -> plain(m.correlationId())),
                metadata(events, m -> plain(m.causationId())),
                metadata(events, m -> plain(m.actor())),
                metadata(events, Attributes::write),
                column(events, OutboxEvent::data),
                metadata(events, m -> m.time().toString()));
    }

    private static String[] metadata(List<OutboxEvent> events, Function<EventMetadata, String> value) {
        return column(events, event -> value.apply(event.metadata()));
    }

    private static String[] column(List<OutboxEvent> events, Function<OutboxEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    /** These values become header lines: a control character has no place in them. */
    private static String plain(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                ? text
                : text.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
