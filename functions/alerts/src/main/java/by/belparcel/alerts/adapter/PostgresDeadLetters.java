package by.belparcel.alerts.adapter;

import by.belparcel.alerts.application.DeadLetters;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The count of dead letters in PostgreSQL. */
public final class PostgresDeadLetters implements DeadLetters {

    private static final String LOCK = """
            select clock_timestamp() as at from pg_advisory_xact_lock(hashtext('alerts.dead-letters')) as locked
            """;

    private static final String NOTE = """
            insert into alerts.dead_letters (message_id, consumer, open) values ($1, $2, $3)
            on conflict (message_id) do update set open = excluded.open
            """;

    private static final String REDRIVEN = """
            insert into alerts.redrives (redrive_id, resolved) values ($1, $2) on conflict (redrive_id) do nothing
            """;

    /** Redrives do not say which messages they took out: when the sums agree, nothing is left anywhere. */
    private static final String EMPTIED = """
            with rest as (
                select (select count(*) from alerts.dead_letters where open)
                    - (select coalesce(sum(resolved), 0) from alerts.redrives) as letters),
            spent as (
                delete from alerts.redrives where (select letters from rest) <= 0),
            closed as (
                update alerts.dead_letters set open = false where open and (select letters from rest) <= 0
                returning consumer)
            select consumer from closed
            union
            select c.subject_id
            from alerts.conditions c
            where c.kind = 'DLQ_NONEMPTY' and (c.cleared_at is null or c.cleared_at < c.seen_at)
              and not exists (select from alerts.dead_letters d where d.consumer = c.subject_id and d.open)
            order by 1
            """;

    @Override
    public Mono<Instant> lock(Transaction tx) {
        return tx.first(LOCK, row -> AlertRows.time(row, "at"));
    }

    @Override
    public Mono<Void> dead(Transaction tx, String messageId, String consumer) {
        return tx.update(NOTE, messageId, consumer, true).then();
    }

    @Override
    public Mono<Void> discarded(Transaction tx, String messageId, String consumer) {
        return tx.update(NOTE, messageId, consumer, false).then();
    }

    @Override
    public Mono<Void> redriven(Transaction tx, String redriveId, int resolved) {
        return tx.update(REDRIVEN, redriveId, resolved).then();
    }

    @Override
    public Mono<List<String>> emptied(Transaction tx) {
        return tx.all(EMPTIED, row -> AlertRows.text(row, "consumer")).collectList();
    }
}
