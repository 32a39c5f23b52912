package by.belparcel.trips.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.application.PlanBasis;
import by.belparcel.trips.application.PlanView;
import by.belparcel.trips.application.Plans;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Plans in PostgreSQL. */
public final class PostgresPlans implements Plans {

    private static final String RECORD = """
            insert into trips.plan (
                trip_id, version, reason, stops, batches, distance_m, duration_s, provider, quality, fallback_used, solver,
                matrix, at)
            values ($1::uuid, $2, $3, $4::jsonb, $5::text[], $6, $7, $8, $9, $10, $11, $12::jsonb, $13)
            on conflict do nothing
            """;

    private static final String FIND = """
            select trip_id::text as trip_id, version, reason, stops::text as stops, batches, distance_m, duration_s, provider,
                   quality, fallback_used, solver, matrix::text as matrix, at
            from trips.plan
            where trip_id = $1::uuid and version = $2
            """;

    @Override
    public Mono<Void> record(TripWork work, TripRecord trip, String reason, @Nullable PlanBasis basis) {
        Plan plan = trip.plan();
        return work.tx()
                .update(
                        RECORD,
                        trip.id(),
                        plan.version(),
                        reason,
                        Json.mapper().writeValueAsString(trip.stops()),
                        trip.batches().stream().map(TripBatch::id).toArray(String[]::new),
                        plan.distanceM(),
                        plan.durationS(),
                        plan.provider(),
                        plan.quality().name(),
                        basis != null && basis.fallbackUsed(),
                        basis == null ? "given" : basis.solver(),
                        basis == null ? null : Json.mapper().writeValueAsString(basis),
                        work.now())
                .then();
    }

    @Override
    public Mono<PlanView> find(Transaction tx, String tripId, int version) {
        return tx.first(FIND, PostgresPlans::plan, tripId, version);
    }

    private static PlanView plan(Readable row) {
        String matrix = row.get("matrix", String.class);
        return new PlanView(
                TripRows.text(row, "trip_id"),
                Objects.requireNonNull(row.get("version", Integer.class)),
                TripRows.text(row, "reason"),
                Json.mapper().readValue(TripRows.text(row, "stops"), TripRows.STOPS),
                List.of(Objects.requireNonNull(row.get("batches", String[].class))),
                TripRows.number(row, "distance_m"),
                TripRows.number(row, "duration_s"),
                TripRows.text(row, "provider"),
                TripRows.text(row, "quality"),
                TripRows.flag(row, "fallback_used"),
                TripRows.text(row, "solver"),
                matrix == null ? null : Json.mapper().readValue(matrix, PlanBasis.class),
                TripRows.time(row, "at"));
    }
}
