package by.belparcel.operations.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.Supersession;
import by.belparcel.operations.model.DeadLetter;
import reactor.core.publisher.Mono;

/** Reads the consumer's inbox for a later version of the same key. */
public final class SqlSupersession implements Supersession {

    private static final String LATER = """
            select exists (select from eventing.outbox o
                join eventing.inbox x on x.consumer = $3 and x.event_source = o.source and x.event_id = o.event_id::text
                where o.aggregate_id = $1 and o.aggregate_version > $2 and x.status = 'PROCESSED') as superseded""";

    @Override
    public Mono<Boolean> isSuperseded(Transaction tx, DeadLetter d) {
        return tx.first(
                LATER,
                row -> Boolean.TRUE.equals(row.get("superseded", Boolean.class)),
                d.event().metadata().partitionKey(),
                d.event().metadata().sequence(),
                d.consumer());
    }
}
