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
