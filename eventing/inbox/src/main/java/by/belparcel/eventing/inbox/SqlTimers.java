package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Timers as rows of the caller's transaction. */
final class SqlTimers implements Timers {

    private final Transaction tx;
    private final Ids ids;
    private final String correlationId;

    SqlTimers(Transaction tx, Ids ids, String correlationId) {
        this.tx = tx;
        this.ids = ids;
        this.correlationId = correlationId;
    }

    @Override
    public Mono<Void> set(String kind, String subject, String dedupeKey, Duration delay) {
        return tx.update("""
                        insert into eventing.timers (id, due_at, kind, subject, dedupe_key, correlation_id)
                        values ($1, now() + $2 * interval '1 millisecond', $3, $4, $5, $6)
                        on conflict (kind, dedupe_key) do nothing
                        """, ids.next(), delay.toMillis(), kind, subject, dedupeKey, correlationId)
                .then();
    }

    @Override
    public Mono<Void> cancel(String kind, String dedupeKey) {
        return tx.update("""
                        update eventing.timers set status = 'CANCELLED'
                        where kind = $1 and dedupe_key = $2 and status = 'DUE'
                        """, kind, dedupeKey).then();
    }
}
