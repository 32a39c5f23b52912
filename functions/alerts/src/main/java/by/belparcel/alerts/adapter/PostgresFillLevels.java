package by.belparcel.alerts.adapter;

import by.belparcel.alerts.application.FillLevels;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Fill levels in PostgreSQL; every method is one statement. */
public final class PostgresFillLevels implements FillLevels {

    private static final String MEASURED = """
            insert into alerts.points as old (pvz_id, used, capacity, measured_at) values ($1, $2, $3, $4)
            on conflict (pvz_id) do update
            set used = excluded.used, capacity = excluded.capacity, measured_at = excluded.measured_at
            where old.measured_at <= excluded.measured_at
            """;

    private static final String MOVED = """
            update alerts.points set used = used + $2
            where pvz_id = $1 and measured_at < $4
            returning used::bigint * 100 < capacity::bigint * $3 and (used - $2)::bigint * 100 >= capacity::bigint * $3
                as below
            """;

    @Override
    public Mono<Boolean> measured(Transaction tx, String pvzId, int used, int capacity, Instant at) {
        return tx.update(MEASURED, pvzId, used, capacity, at).map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> moved(Transaction tx, String pvzId, int parcels, int percent, Instant at) {
        return tx.first(MOVED, row -> AlertRows.yes(row, "below"), pvzId, parcels, percent, at)
                .defaultIfEmpty(false);
    }
}
