package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The statements on inbox and attempts of one consumer. */
final class Inbox {

    /** Extension that names one redrive: a new one starts the count of attempts again. */
    static final String REDRIVE_ID = "redriveid";

    private static final String ENTER = """
            insert into eventing.inbox
                (consumer, event_source, event_id, event_type, partition_key, sequence, status, attempts)
            values ($1, $2, $3, $4, $5, $6, 'PROCESSED', 1 + coalesce(
                (select attempts from eventing.inbox_attempts where consumer = $1 and event_source = $2 and event_id = $3), 0))
            on conflict (consumer, event_source, event_id) do nothing
            returning now() as tx_now, coalesce((
                select random() * 100 < (settings ->> 'consumer_fail_percent')::int
                from eventing.chaos where expires_at > clock_timestamp()), false) as chaos
            """;

    private static final String IGNORE = """
            update eventing.inbox set status = 'IGNORED', reason = $4
            where consumer = $1 and event_source = $2 and event_id = $3
            """;

    private static final String FAILED = """
            insert into eventing.inbox_attempts as a
                (consumer, event_source, event_id, event_type, partition_key, sequence, attempts, redrive_id, code, error)
            values ($1, $2, $3, $4, $5, $6, 1, $7::text, $8, $9)
            on conflict (consumer, event_source, event_id) do update set
                attempts = case when excluded.redrive_id <> coalesce(a.redrive_id, '') then 1 else a.attempts + 1 end,
                first_at = case when excluded.redrive_id <> coalesce(a.redrive_id, '') then now() else a.first_at end,
                redrive_id = coalesce(excluded.redrive_id, a.redrive_id),
                code = excluded.code, error = excluded.error, last_at = now()
            returning attempts::bigint as attempts, (extract(epoch from now() - first_at) * 1000)::bigint as age_ms
            """;

    private final String consumer;
    private final EventMetadata event;
    private final String id;

    /** How often this event has failed here, and for how long. */
    record Failures(long attempts, long ageMillis) {}

    /** @param chaos whether the chaos knob wants this delivery to fail (domain operations.md 4); it rides on the same statement */
    record Entered(Instant now, boolean chaos) {}

    Inbox(String consumer, EventMetadata event, String id) {
        this.consumer = consumer;
        this.event = event;
        this.id = id;
    }

    /** The transaction's time; empty when the event was handled before. Waits for a transaction that handles it just now. */
    Mono<Optional<Entered>> enter(Transaction tx) {
        return tx.first(
                        ENTER,
                        row -> new Entered(
                                Sql.time(row, "tx_now"), Boolean.TRUE.equals(row.get("chaos", Boolean.class))),
                        consumer,
                        event.source(),
                        id,
                        event.type(),
                        event.partitionKey(),
                        event.sequence())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    Mono<Long> ignore(Transaction tx, String reason) {
        return tx.update(IGNORE, consumer, event.source(), id, reason);
    }

    /** Counts one failure. */
    Mono<Failures> failed(Transaction tx, String code, String error) {
        return tx.first(
                FAILED,
                row -> new Failures(Sql.number(row, "attempts"), Sql.number(row, "age_ms")),
                consumer,
                event.source(),
                id,
                event.type(),
                event.partitionKey(),
                event.sequence(),
                event.extensions().get(REDRIVE_ID),
                code,
                error);
    }
}
