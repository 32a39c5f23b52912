package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** The operator's second chance for a dead key: the rows that wait at this moment are tried again in order from the first. */
public final class OutboxRedrive {

    private static final String SQL = """
            with locked as (select shard from eventing.outbox_cursor where shard = $1::smallint for update)
            update eventing.outbox_parked p
            set state = 'RETRYING', attempts = 0, next_attempt_at = clock_timestamp(),
                frozen_to = (select max(seq) from eventing.outbox_held h
                             where h.shard = p.shard and h.aggregate_id = p.aggregate_id)
            from locked l
            where p.shard = l.shard and p.aggregate_id = $2 and p.state = 'DEAD'""";

    /** Whether the key was dead; wake the outbox after the commit. */
    public Mono<Boolean> redrive(Transaction tx, String aggregateId) {
        return tx.update(SQL, Shards.of(aggregateId), aggregateId).map(changed -> changed > 0);
    }
}
