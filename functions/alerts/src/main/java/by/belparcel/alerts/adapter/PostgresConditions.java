package by.belparcel.alerts.adapter;

import by.belparcel.alerts.application.Conditions;
import by.belparcel.alerts.application.Signal;
import by.belparcel.alerts.model.Alert;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Conditions in PostgreSQL; every method is one statement. */
public final class PostgresConditions implements Conditions {

    private static final String SEEN = """
            insert into alerts.conditions as old (kind, subject_type, subject_id, seen_at, expires_at)
            values ($1, $2, $3, $4, $5::timestamptz)
            on conflict (kind, subject_type, subject_id) do update
            set seen_at = greatest(old.seen_at, excluded.seen_at), expires_at = excluded.expires_at
            where old.cleared_at is null or old.cleared_at < excluded.seen_at
            """;

    /** Notes a clear condition even when it was never seen, so that an older event cannot open an alert afterwards. */
    private static final String CLEARED = """
            with clear as (
                insert into alerts.conditions as old (kind, subject_type, subject_id, cleared_at)
                select kind, subject_type, subject_id, at
                from unnest($1::text[], $2::text[], $3::text[], $4::text[]::timestamptz[])
                    as signal (kind, subject_type, subject_id, at)
                on conflict (kind, subject_type, subject_id) do update
                set cleared_at = greatest(old.cleared_at, excluded.cleared_at)
                where old.seen_at is null or old.seen_at <= excluded.cleared_at
                returning kind, subject_type, subject_id)
            select a.id::text as id
            from alerts.alerts a join clear using (kind, subject_type, subject_id)
            where a.state <> 'RESOLVED'
            order by a.id
            """;

    private static final String EXPIRED = """
            update alerts.conditions c
            set cleared_at = $2, expires_at = null
            from alerts.alerts a
            where a.id = $1::uuid and a.state <> 'RESOLVED'
              and (c.kind, c.subject_type, c.subject_id) = (a.kind, a.subject_type, a.subject_id)
              and c.expires_at <= $2 and (c.cleared_at is null or c.cleared_at < c.seen_at)
            """;

    private static final String HOLDS = """
            select coalesce(bool_or(seen_at is not null and (cleared_at is null or cleared_at < seen_at)), false) as holds
            from alerts.conditions
            where kind = $1 and subject_type = $2 and subject_id = $3
            """;

    @Override
    public Mono<Boolean> seen(Transaction tx, Signal signal, @Nullable Instant expiresAt) {
        return tx.update(
                        SEEN,
                        signal.kind().name(),
                        signal.subject().type(),
                        signal.subject().id(),
                        signal.at(),
                        expiresAt)
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<List<String>> cleared(Transaction tx, List<Signal> signals) {
        return tx.all(
                        CLEARED,
                        row -> AlertRows.text(row, "id"),
                        texts(signals, signal -> signal.kind().name()),
                        texts(signals, signal -> signal.subject().type()),
                        texts(signals, signal -> signal.subject().id()),
                        texts(signals, signal -> signal.at().toString()))
                .collectList();
    }

    @Override
    public Mono<Boolean> expired(Transaction tx, String alertId, Instant now) {
        return tx.update(EXPIRED, alertId, now).map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> holds(Transaction tx, Alert alert) {
        return tx.first(
                HOLDS,
                row -> AlertRows.yes(row, "holds"),
                alert.kind().name(),
                alert.subject().type(),
                alert.subject().id());
    }

    private static String[] texts(List<Signal> signals, Function<Signal, String> value) {
        return signals.stream().map(value).toArray(String[]::new);
    }
}
