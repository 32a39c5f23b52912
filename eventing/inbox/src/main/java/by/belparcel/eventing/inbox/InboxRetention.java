package by.belparcel.eventing.inbox;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Database;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes what is past its life, in small transactions that skip what others hold. An event that comes again after its inbox row
 * is gone would be handled again: {@code belparcel.inbox.retention} must stay above topic retention, dead-letter age and replay
 * window (domain README 4.9).
 */
public final class InboxRetention implements TickHandler {

    private static final int BATCH = 1000;

    /** One tick ends after this many batches of a table; the next tick goes on. */
    private static final int BATCHES = 20;

    /** Domain README 4.9. */
    static final Duration KEPT = Duration.ofDays(30);

    /** Topics keep a week; one day more, or a late redelivery meets an empty inbox. */
    private static final Duration LEAST = Duration.ofDays(8);

    private record Rule(String sql, long ageMillis) {}

    private final Database database;
    private final List<Rule> rules;

    /** @throws IllegalStateException when the retention is shorter than that of the topics and a day */
    public InboxRetention(Database database, Settings settings) {
        this.database = database;
        Duration kept = settings.duration("belparcel.inbox.retention", KEPT);
        if (kept.compareTo(LEAST) < 0) {
            throw new IllegalStateException("Setting belparcel.inbox.retention must be at least " + LEAST);
        }
        long age = kept.toMillis();
        this.rules =
                List.of(new Rule("""
                        delete from eventing.inbox where ctid = any(array(
                            select ctid from eventing.inbox where first_seen < now() - $1 * interval '1 millisecond'
                            order by first_seen limit $2 for update skip locked))
                        """, age), new Rule("""
                        delete from eventing.inbox_attempts where ctid = any(array(
                            select ctid from eventing.inbox_attempts where last_at < now() - $1 * interval '1 millisecond'
                            order by last_at limit $2 for update skip locked))
                        """, age), new Rule("""
                        delete from eventing.idempotency where ctid = any(array(
                            select ctid from eventing.idempotency where expires_at <= now() - $1 * interval '1 millisecond'
                            order by expires_at limit $2 for update skip locked))
                        """, 0), new Rule("""
                        delete from eventing.timers where ctid = any(array(
                            select ctid from eventing.timers
                            where status <> 'DUE' and due_at < now() - $1 * interval '1 millisecond'
                            order by due_at limit $2 for update skip locked))
                        """, age), new Rule("""
                        delete from eventing.revoked_tokens where ctid = any(array(
                            select ctid from eventing.revoked_tokens where expires_at <= now() - $1 * interval '1 millisecond'
                            order by expires_at limit $2 for update skip locked))
                        """, 0));
    }

    @Override
    public Mono<Void> tick() {
        return Flux.fromIterable(rules).concatMap(this::apply).then();
    }

    private Mono<Void> apply(Rule rule) {
        return batch(rule)
                .expand(deleted -> deleted < BATCH ? Mono.empty() : batch(rule))
                .take(BATCHES)
                .then();
    }

    private Mono<Long> batch(Rule rule) {
        return database.inTransaction(tx -> tx.update(rule.sql(), rule.ageMillis(), BATCH));
    }
}
