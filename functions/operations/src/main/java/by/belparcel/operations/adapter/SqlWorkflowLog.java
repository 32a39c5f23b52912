package by.belparcel.operations.adapter;

import static by.belparcel.operations.adapter.SqlDeadLetters.number;
import static by.belparcel.operations.adapter.SqlDeadLetters.text;
import static by.belparcel.operations.adapter.SqlDeadLetters.time;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.WorkflowLog;
import by.belparcel.operations.model.Workflow;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the event log with its publishing state, the subscriptions, the inboxes, failed attempts and timers. */
public final class SqlWorkflowLog implements WorkflowLog {

    private static final String COLUMNS = """
            select l.event_id, l.type, l.source, l.aggregate_id, l.correlation_id, l.causation_id, l.created_at, l.publishing,
                l.published_at, l.publish_attempts, l.data ->> 'shop_id' as shop_id,
                case when l.type like '%.order.status-changed.v%' then l.data ->> 'to' end as new_state
            from eventing.outbox_log l""";

    private static final String OF_SUBJECT = COLUMNS + """
             where l.correlation_id in (select correlation_id from eventing.outbox where aggregate_id = $1)
            order by l.seq desc limit $2""";

    private static final String OF_CORRELATION = COLUMNS + " where l.correlation_id = $1 order by l.seq desc limit $2";

    private static final String DELIVERIES = """
            select e.event_id, s.consumer, x.first_seen, x.processed_at,
                coalesce(x.status, case when d.state in ('OPEN', 'PARKED', 'DISCARDED') then 'DEAD'
                                        when a.attempts is not null then 'RETRYING' else 'WAITING' end) as status,
                coalesce(x.attempts, a.attempts, 0) as attempts, coalesce(x.reason, a.error, d.error_class) as error
            from (select o.event_id::text as event_id, o.type, o.source, o.attributes from eventing.outbox o
                  where o.correlation_id = any($2::text[]) and o.event_id = any($1::text[]::uuid[])) e
            join operations.subscriptions s on s.event_type = e.type and e.attributes @> s.attributes
            left join eventing.inbox x on x.consumer = s.consumer and x.event_source = e.source and x.event_id = e.event_id
            left join eventing.inbox_attempts a
                on x.event_id is null and a.consumer = s.consumer and a.event_source = e.source and a.event_id = e.event_id
            left join operations.dead_letters d
                on x.event_id is null and d.consumer = s.consumer and d.event_source = e.source and d.event_id = e.event_id""";

    @Override
    public Mono<List<Logged>> events(Transaction tx, String aggregateId, int limit) {
        return tx.<Logged>all(OF_SUBJECT, SqlWorkflowLog::logged, aggregateId, limit)
                .collectList();
    }

    @Override
    public Mono<List<Logged>> eventsOf(Transaction tx, String correlationId, int limit) {
        return tx.<Logged>all(OF_CORRELATION, SqlWorkflowLog::logged, correlationId, limit)
                .collectList();
    }

    @Override
    public Mono<List<Delivery>> deliveries(Transaction tx, List<Logged> events) {
        return tx.<Delivery>all(
                        DELIVERIES,
                        SqlWorkflowLog::delivery,
                        (Object) events.stream().map(Logged::id).toArray(String[]::new),
                        events.stream().map(Logged::correlationId).distinct().toArray(String[]::new))
                .collectList();
    }

    @Override
    public Mono<List<Workflow.Timer>> timers(Transaction tx, List<String> subjects) {
        return tx.<Workflow.Timer>all(
                        "select kind, due_at, status from eventing.timers where status = 'DUE' and subject = any($1::text[]) order by due_at",
                        row -> new Workflow.Timer(text(row, "kind"), time(row, "due_at"), text(row, "status")),
                        (Object) subjects.toArray(String[]::new))
                .collectList();
    }

    private static Logged logged(Readable row) {
        return new Logged(
                text(row, "event_id"),
                text(row, "type"),
                text(row, "source"),
                text(row, "aggregate_id"),
                text(row, "correlation_id"),
                text(row, "causation_id"),
                time(row, "created_at"),
                text(row, "publishing"),
                optionalTime(row, "published_at"),
                number(row, "publish_attempts"),
                row.get("shop_id", String.class),
                row.get("new_state", String.class));
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                text(row, "event_id"),
                text(row, "consumer"),
                text(row, "status"),
                number(row, "attempts"),
                optionalTime(row, "first_seen"),
                optionalTime(row, "processed_at"),
                row.get("error", String.class));
    }

    private static @Nullable Instant optionalTime(Readable row, String column) {
        OffsetDateTime value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
