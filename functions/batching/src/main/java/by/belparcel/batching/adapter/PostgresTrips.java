package by.belparcel.batching.adapter;

import by.belparcel.batching.application.Trips;
import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** What is known of trips, in PostgreSQL. */
public final class PostgresTrips implements Trips {

    private static final String PLAN = """
            insert into batching.trips as old (trip_id, version) values ($1::uuid, $2)
            on conflict (trip_id) do update set version = excluded.version
            where old.version < excluded.version and not old.cancelled
            """;

    private static final String CANCEL = """
            insert into batching.trips as old (trip_id, version, cancelled) values ($1::uuid, 0, true)
            on conflict (trip_id) do update set cancelled = true
            where not old.cancelled
            """;

    private static final String TOUCHED = Rows.BATCH + """
            where b.trip_id = $1::uuid or b.id = any($2::text[]::uuid[])
            order by b.id
            for update
            """;

    @Override
    public Mono<Boolean> plan(Transaction tx, String tripId, long version) {
        return tx.update(PLAN, tripId, version).map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> cancel(Transaction tx, String tripId) {
        return tx.update(CANCEL, tripId).map(rows -> rows > 0);
    }

    @Override
    public Mono<List<Batch>> touched(Transaction tx, String tripId, Collection<String> batchIds) {
        return tx.all(TOUCHED, Rows::batch, tripId, Rows.ids(batchIds)).collectList();
    }
}
