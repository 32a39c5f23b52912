package by.belparcel.alerts.adapter;

import by.belparcel.alerts.application.AlertFilter;
import by.belparcel.alerts.application.Alerts;
import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.Care;
import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Alerts in PostgreSQL; every method is one statement. */
public final class PostgresAlerts implements Alerts {

    private static final String COLUMNS = """
            id::text as id, kind, severity, subject_type, subject_id, trip_id, state, opened_at, count, last_at, acked_by,
            acked_at, snoozed_until, resolved_by, resolved_at, resolve_reason, auto_resolved, version
            """;

    private static final String SELECT = "select " + COLUMNS + "from alerts.alerts ";

    private static final String LOCK_OPEN = SELECT + """
            where kind = $1 and subject_type = $2 and subject_id = $3 and state <> 'RESOLVED' for update
            """;

    private static final String BY_ID = SELECT + "where id = $1::uuid";

    private static final String LOCK = BY_ID + " for update";

    private static final String INSERT = """
            insert into alerts.alerts (
                id, kind, severity, subject_type, subject_id, trip_id, state, opened_at, count, last_at, version)
            values ($1::uuid, $2, $3, $4, $5, $6::text, $7, $8, $9, $10, $11)
            """;

    private static final String UPDATE = """
            update alerts.alerts
            set state = $2, count = $3, last_at = $4, acked_by = $5::text, acked_at = $6::timestamptz,
                snoozed_until = $7::timestamptz, resolved_by = $8::text, resolved_at = $9::timestamptz,
                resolve_reason = $10::text, auto_resolved = $11, version = $12
            where id = $1::uuid
            """;

    private static final String RESOLVE_TRIP = """
            update alerts.alerts
            set state = 'RESOLVED', resolved_by = 'system', resolved_at = $2, resolve_reason = $3, auto_resolved = true,
                version = version + 1
            where trip_id = $1 and state <> 'RESOLVED'
            returning
            """ + COLUMNS;

    private static final String PAGE = SELECT + """
            where ($1::text is null or state = $1)
              and ($2::text is null or kind = $2)
              and ($3::text is null or severity = $3)
              and ($4::text is null or subject_id = $4 or trip_id = $4)
              and ($5::timestamptz is null or (opened_at, id) < ($5::timestamptz, $6::uuid))
            order by opened_at desc, id desc
            limit $7
            """;

    @Override
    public Mono<Alert> lockOpen(Transaction tx, AlertKind kind, Subject subject) {
        return tx.first(LOCK_OPEN, AlertRows::alert, kind.name(), subject.type(), subject.id());
    }

    @Override
    public Mono<Alert> lock(Transaction tx, String id) {
        return tx.first(LOCK, AlertRows::alert, id);
    }

    @Override
    public Mono<Void> insert(Transaction tx, Alert alert) {
        return tx.update(
                        INSERT,
                        alert.id(),
                        alert.kind().name(),
                        alert.severity().name(),
                        alert.subject().type(),
                        alert.subject().id(),
                        alert.subject().tripId(),
                        alert.state().name(),
                        alert.openedAt(),
                        alert.count(),
                        alert.lastAt(),
                        alert.version())
                .then();
    }

    @Override
    public Mono<Void> update(Transaction tx, Alert alert) {
        Care care = alert.care();
        return tx.update(
                        UPDATE,
                        alert.id(),
                        alert.state().name(),
                        alert.count(),
                        alert.lastAt(),
                        care.ackedBy(),
                        care.ackedAt(),
                        care.snoozedUntil(),
                        care.resolvedBy(),
                        care.resolvedAt(),
                        care.resolveReason(),
                        care.autoResolved(),
                        alert.version())
                .then();
    }

    @Override
    public Mono<List<Alert>> resolveTrip(Transaction tx, String tripId, String reason, Instant at) {
        return tx.all(RESOLVE_TRIP, AlertRows::alert, tripId, at, reason).collectList();
    }

    @Override
    public Mono<Alert> byId(Transaction tx, String id) {
        return tx.first(BY_ID, AlertRows::alert, id);
    }

    @Override
    public Mono<List<Alert>> page(Transaction tx, AlertFilter filter) {
        return tx.all(
                        PAGE,
                        AlertRows::alert,
                        name(filter.state()),
                        name(filter.kind()),
                        name(filter.severity()),
                        filter.subject(),
                        filter.afterOpened(),
                        filter.afterId(),
                        filter.limit() + 1)
                .collectList();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
