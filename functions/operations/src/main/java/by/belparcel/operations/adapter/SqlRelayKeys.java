package by.belparcel.operations.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.ReleasingKey;
import reactor.core.publisher.Mono;

/** DEAD keys of {@code eventing.outbox_parked}. */
public final class SqlRelayKeys implements ReleasingKey.RelayKeys {

    private static final String RELEASE = """
            update eventing.outbox_parked p
            set state = 'RETRYING', attempts = 0, next_attempt_at = clock_timestamp(),
                frozen_to = (select max(h.seq) from eventing.outbox_held h where h.shard = p.shard and h.aggregate_id = p.aggregate_id)
            where p.aggregate_id = $1 and p.state = 'DEAD'""";

    @Override
    public Mono<Long> release(Transaction tx, String key) {
        return tx.update(RELEASE, key);
    }
}
