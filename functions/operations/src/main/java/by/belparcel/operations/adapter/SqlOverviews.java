package by.belparcel.operations.adapter;

import static by.belparcel.operations.adapter.SqlDeadLetters.number;
import static by.belparcel.operations.adapter.SqlDeadLetters.text;
import static by.belparcel.operations.adapter.SqlDeadLetters.time;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.Overviews;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Overviews by SQL over dead letters, the event log and the inboxes. */
public final class SqlOverviews implements Overviews {

    private static final String GROUPS = """
            select fingerprint, consumer, event_type, min(reason) as reason, min(error_class) as error_class,
                count(*) filter (where state in ('OPEN', 'REDRIVING', 'PARKED')) as open, count(*) as total,
                min(first_at) as first_at, max(last_at) as last_at
            from operations.dead_letters group by fingerprint, consumer, event_type
            order by open desc, last_at desc limit 200""";

    private static final String PARKED_KEYS = """
            select 'outbox' as holder, p.aggregate_id as key, p.state, p.attempts, p.next_attempt_at, p.last_error,
                (select count(*) from eventing.outbox_held h where h.shard = p.shard and h.aggregate_id = p.aggregate_id) as waiting
            from eventing.outbox_parked p
            union all
            select d.consumer, d.partition_key, 'DEAD', max(d.attempts), null, max(d.error_class), count(*) - 1
            from operations.dead_letters d where d.state in ('OPEN', 'PARKED') group by d.consumer, d.partition_key
            limit 500""";

    private static final String MISSING = """
            select o.event_id, o.type, o.aggregate_id, s.consumer, o.created_at
            from eventing.outbox o join operations.subscriptions s on s.event_type = o.type and o.attributes @> s.attributes
            left join eventing.inbox x on x.consumer = s.consumer and x.event_source = o.source and x.event_id = o.event_id::text
            left join operations.dead_letters d on d.consumer = s.consumer and d.event_source = o.source and d.event_id = o.event_id::text
            where o.day >= (now() at time zone 'UTC')::date - 1
              and o.created_at between now() - interval '1 day' and now() - interval '1 minute'
              and x.event_id is null and d.id is null and o.attributes ->> 'targetconsumer' is null
            order by o.seq limit $1""";

    @Override
    public Mono<List<Group>> groups(Transaction tx) {
        return tx.<Group>all(GROUPS, SqlOverviews::group).collectList();
    }

    @Override
    public Mono<List<ParkedKey>> parkedKeys(Transaction tx) {
        return tx.<ParkedKey>all(PARKED_KEYS, SqlOverviews::parkedKey).collectList();
    }

    @Override
    public Mono<List<Missing>> missing(Transaction tx, int limit) {
        return tx.<Missing>all(
                        MISSING,
                        row -> new Missing(
                                text(row, "event_id"),
                                text(row, "type"),
                                text(row, "aggregate_id"),
                                text(row, "consumer"),
                                time(row, "created_at")),
                        limit)
                .collectList();
    }

    private static Group group(Readable row) {
        return new Group(
                text(row, "fingerprint"),
                text(row, "consumer"),
                text(row, "event_type"),
                text(row, "reason"),
                text(row, "error_class"),
                count(row, "open"),
                count(row, "total"),
                time(row, "first_at"),
                time(row, "last_at"));
    }

    private static ParkedKey parkedKey(Readable row) {
        return new ParkedKey(
                text(row, "holder"),
                text(row, "key"),
                text(row, "state"),
                number(row, "attempts"),
                count(row, "waiting"),
                optionalTime(row, "next_attempt_at"),
                text(row, "last_error"));
    }

    private static long count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static @Nullable Instant optionalTime(Readable row, String column) {
        OffsetDateTime value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
