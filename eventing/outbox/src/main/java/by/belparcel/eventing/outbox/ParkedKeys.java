package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** SQL of parked keys and the rows behind them; every change runs under the lock of the shard's cursor row. */
final class ParkedKeys {

    /** Wait before attempt n+1: backoff * 2^(n-1), +-20 %. {@code $5} is the backoff in milliseconds. */
    private static final String PARK = """
            insert into eventing.outbox_parked (shard, aggregate_id, first_seq, attempts, next_attempt_at, last_error, state)
            select $1::smallint, key, first_seq::bigint, 1,
                   clock_timestamp() + interval '1 millisecond' * $5 * (0.8 + 0.4 * random()), error,
                   case when $6 > 1 then 'RETRYING' else 'DEAD' end
            from unnest($2::text[], $3::text[], $4::text[]) as p (key, first_seq, error)""";

    private static final String HOLD = """
            insert into eventing.outbox_held (shard, aggregate_id, seq, day, xid)
            select $1::smallint, key, seq::bigint, day::date, xid::xid8
            from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as h (key, seq, day, xid)""";

    private static final String RELEASE = """
            with gone as (delete from eventing.outbox_held
                          where shard = $1::smallint and aggregate_id = $2 and seq <= $3 and seq < $4)
            insert into eventing.outbox_window
                (shard, aggregate_id, win_from, win_to, after_seq, upto_seq, rows, attempts)
            select $1::smallint, $2, '1:1:', pg_current_snapshot(), $5, least($3, $4 - 1), $6, $7
            where $6 > 0""";

    private static final String FREE = """
            with left_over as (select min(seq) as seq from eventing.outbox_held
                               where shard = $1::smallint and aggregate_id = $2 and seq > $3),
                 gone as (delete from eventing.outbox_parked p using left_over l
                          where p.shard = $1::smallint and p.aggregate_id = $2 and l.seq is null)
            update eventing.outbox_parked p
            set attempts = 0, first_seq = l.seq, next_attempt_at = clock_timestamp(), state = 'RETRYING',
                frozen_to = case when p.frozen_to >= l.seq then p.frozen_to end
            from left_over l
            where p.shard = $1::smallint and p.aggregate_id = $2 and l.seq is not null""";

    private static final String FAIL = """
            update eventing.outbox_parked
            set attempts = $3, first_seq = $4, last_error = $5,
                state = case when $3 >= $6 then 'DEAD' else 'RETRYING' end,
                frozen_to = case when $3 >= $6 then null else frozen_to end,
                next_attempt_at = clock_timestamp()
                    + interval '1 millisecond' * $7 * power(2, $3 - 1) * (0.8 + 0.4 * random())
            where shard = $1::smallint and aggregate_id = $2""";

    private ParkedKeys() {}

    static Mono<Void> park(
            Transaction tx, int shard, List<HeldRow> held, Map<String, String> refusals, OutboxLimits limits) {
        if (refusals.isEmpty()) {
            return Mono.empty();
        }
        String[] keys = refusals.keySet().toArray(String[]::new);
        String[] first = new String[keys.length];
        String[] errors = new String[keys.length];
        Map<String, Long> firstSeqs = new java.util.HashMap<>();
        held.forEach(row -> firstSeqs.putIfAbsent(row.aggregateId(), row.seq()));
        for (int i = 0; i < keys.length; i++) {
            first[i] = String.valueOf(firstSeqs.get(keys[i]));
            errors[i] = String.valueOf(refusals.get(keys[i]));
        }
        return tx.update(PARK, shard, keys, first, errors, limits.backoff().toMillis(), limits.attempts())
                .then();
    }

    static Mono<Void> hold(Transaction tx, int shard, List<HeldRow> held) {
        if (held.isEmpty()) {
            return Mono.empty();
        }
        return tx.update(
                        HOLD,
                        shard,
                        held.stream().map(HeldRow::aggregateId).toArray(String[]::new),
                        held.stream().map(row -> Long.toString(row.seq())).toArray(String[]::new),
                        held.stream().map(HeldRow::day).toArray(String[]::new),
                        held.stream().map(HeldRow::xid).toArray(String[]::new))
                .then();
    }

    /**
     * Forgets and journals the rows of a key that are published now: those up to {@code lastSeq} and before {@code refusedSeq}.
     */
    static Mono<Void> release(
            Transaction tx,
            int shard,
            String key,
            long firstSeq,
            long lastSeq,
            long refusedSeq,
            int sent,
            int attempts) {
        return tx.update(RELEASE, shard, key, lastSeq, refusedSeq, firstSeq - 1, sent, attempts)
                .then();
    }

    /** Removes the key, or lets it go on at once when rows up to {@code lastSeq} were only part of its queue. */
    static Mono<Void> free(Transaction tx, int shard, String key, long lastSeq) {
        return tx.update(FREE, shard, key, lastSeq).then();
    }

    static Mono<Void> fail(
            Transaction tx, int shard, String key, int attempts, long refusedSeq, String error, OutboxLimits limits) {
        Duration backoff = limits.backoff();
        return tx.update(FAIL, shard, key, attempts, refusedSeq, error, limits.attempts(), backoff.toMillis())
                .then();
    }
}
