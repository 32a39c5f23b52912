package by.belparcel.trips.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The aggregate in PostgreSQL; every method is one statement. */
public final class PostgresTrips implements Trips {

    private static final int MAX_DETAIL = 500;

    @Override
    public Mono<TripRecord> lock(Transaction tx, String tripId) {
        return tx.first(TripSql.LOCK, TripRows::trip, tripId);
    }

    @Override
    public Mono<TripRecord> find(Transaction tx, String tripId) {
        return tx.first(TripSql.BY_ID, TripRows::trip, tripId);
    }

    @Override
    public Mono<List<TripRecord>> loadPlannable(Transaction tx, String originId, Instant from, Instant to) {
        return tx.all(TripSql.PLANNABLE, TripRows::trip, originId, from, to).collectList();
    }

    @Override
    public Mono<TripRecord> save(TripWork work, TripRecord after, String what) {
        TripRecord written = after.edit().updatedAt(work.now()).done();
        return work.tx()
                .update(TripSql.SAVE, binds(written, what, work))
                .flatMap(rows -> rows > 0
                        ? Mono.just(written)
                        : Mono.error(new IllegalStateException("Trip " + after.id() + " changed without its lock")));
    }

    @Override
    public Mono<Void> insert(TripWork work, TripRecord trip, String what) {
        return work.tx().update(TripSql.INSERT, binds(trip, what, work)).then();
    }

    @Override
    public Mono<List<String>> callingAt(Transaction tx, String placeId) {
        return tx.all(TripSql.CALLING_AT, row -> TripRows.text(row, "id"), placeId)
                .collectList();
    }

    @Override
    public Mono<Long> nextNumber(Transaction tx) {
        return tx.first("select nextval('trips.trip_numbers') as n", row -> TripRows.number(row, "n"));
    }

    private static @Nullable Object[] binds(TripRecord trip, String what, TripWork work) {
        JsonMapper json = Json.mapper();
        Plan plan = trip.plan();
        Progress progress = trip.progress();
        Attention attention = trip.attention();
        GeoPoint breakdown = attention.breakdownAt();
        int blank = what.indexOf(' ');
        String detail = blank < 0 ? null : what.substring(blank + 1);
        return new @Nullable Object[] {
            trip.id(),
            trip.number(),
            trip.state().name(),
            trip.version(),
            trip.originId(),
            trip.origin().lat(),
            trip.origin().lng(),
            json.writeValueAsString(trip.stops()),
            json.writeValueAsString(trip.batches()),
            trip.stops().stream().map(Stop::placeId).distinct().toArray(String[]::new),
            plan.version(),
            plan.distanceM(),
            plan.durationS(),
            plan.provider(),
            plan.quality().name(),
            plan.plannedDeparture(),
            progress.departedAt(),
            progress.completedAt(),
            trip.carrierId(),
            trip.assignmentId(),
            attention.needsManual(),
            attention.reason(),
            attention.handoverRequired(),
            breakdown == null ? null : breakdown.lat(),
            breakdown == null ? null : breakdown.lng(),
            progress.etaAt(),
            progress.etaQuality().name(),
            progress.lateS(),
            trip.parentTripId(),
            trip.endReason(),
            trip.createdAt(),
            trip.updatedAt(),
            of(trip, TripBatch::id),
            of(trip, batch -> batch.state().name()),
            of(trip, json::writeValueAsString),
            of(trip, TripBatch::originId),
            blank < 0 ? what : what.substring(0, blank),
            detail == null || detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL),
            work.actor(),
            work.causeId()
        };
    }

    private static String[] of(TripRecord trip, Function<TripBatch, String> value) {
        return trip.batches().stream().map(value).toArray(String[]::new);
    }
}
