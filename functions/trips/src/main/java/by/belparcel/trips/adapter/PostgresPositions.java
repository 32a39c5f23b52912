package by.belparcel.trips.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.routing.eta.Fix;
import by.belparcel.trips.application.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Positions in PostgreSQL: one row and one statement, which answers nothing when it is too early for another one. */
public final class PostgresPositions implements Positions {

    private static final TypeReference<List<Fix>> FIXES = new TypeReference<>() {};
    private static final Duration SAMPLE = Duration.ofMinutes(20);

    private static final String TAKE = """
            insert into trips.position as p (trip_id, fix_at, fixes, computed_at)
            values ($1::uuid, $2, jsonb_build_array($3::jsonb), $4)
            on conflict (trip_id) do update
            set fix_at = excluded.fix_at, computed_at = excluded.computed_at,
                fixes = (
                    select coalesce(jsonb_agg(old order by old ->> 'at'), '[]'::jsonb) || excluded.fixes
                    from jsonb_array_elements(p.fixes) old
                    where (old ->> 'at')::timestamptz >= $5)
            where p.fix_at < excluded.fix_at and p.computed_at <= $6
            returning fixes::text as fixes
            """;

    private static final String LAST = "select (fixes -> -1)::text as fix from trips.position where trip_id = $1::uuid";

    private static final String FORGET = """
            delete from trips.position
            where trip_id = (select trip_id from trips.position where trip_id = $1::uuid for update skip locked)
            """;

    @Override
    public Mono<Fix> last(Transaction tx, String tripId) {
        return tx.first(LAST, row -> Json.mapper().readValue(TripRows.text(row, "fix"), Fix.class), tripId);
    }

    @Override
    public Mono<Void> forget(Transaction tx, String tripId) {
        return tx.update(FORGET, tripId).then();
    }

    @Override
    public Mono<List<Fix>> take(Transaction tx, String tripId, Fix fix, Instant now, Duration interval) {
        return tx.first(
                TAKE,
                row -> Json.mapper().readValue(TripRows.text(row, "fixes"), FIXES),
                tripId,
                fix.at(),
                Json.mapper().writeValueAsString(fix),
                now,
                now.minus(SAMPLE),
                now.minus(interval));
    }
}
