package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.assigning.AssignmentRecord;
import by.belparcel.trips.application.assigning.Assignments;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code trips.assignment}; every method is one statement. */
public final class PostgresAssignments implements Assignments {

    @Override
    public Mono<List<AssignmentRecord>> open(Transaction tx, String tripId) {
        return tx.all(AssignmentSql.OPEN, PostgresAssignments::assignment, tripId)
                .collectList();
    }

    @Override
    public Mono<List<AssignmentRecord>> ofTrip(Transaction tx, String tripId) {
        return tx.all(AssignmentSql.OF_TRIP, PostgresAssignments::assignment, tripId)
                .collectList();
    }

    @Override
    public Mono<AssignmentRecord> find(Transaction tx, String assignmentId) {
        return tx.first(AssignmentSql.FIND, PostgresAssignments::assignment, assignmentId);
    }

    @Override
    public Mono<Void> insert(Transaction tx, AssignmentRecord a, String decision) {
        GeoPoint place = a.place();
        return tx.update(
                        AssignmentSql.INSERT,
                        a.id(),
                        a.tripId(),
                        a.attempt(),
                        a.carrierId(),
                        a.state().name(),
                        a.trigger().name(),
                        a.fromCarrierId(),
                        a.reason(),
                        a.operatorId(),
                        a.offeredAt(),
                        a.confirmBy(),
                        a.confirmedAt(),
                        a.endedAt(),
                        a.endReason(),
                        lat(place),
                        lng(place),
                        decision)
                .then();
    }

    @Override
    public Mono<Void> save(Transaction tx, AssignmentRecord a) {
        return tx.update(AssignmentSql.SAVE, a.id(), a.state().name(), a.confirmedAt(), a.endedAt(), a.endReason())
                .then();
    }

    @Override
    public Mono<Void> complete(Transaction tx, String tripId, Instant now, Result result) {
        return tx.update(
                        AssignmentSql.COMPLETE,
                        tripId,
                        now,
                        result.departed(),
                        result.onTime(),
                        result.place().lat(),
                        result.place().lng())
                .then();
    }

    @Override
    public Mono<Void> relieve(Transaction tx, AssignmentRecord old, Instant departed, Instant now) {
        return tx.update(AssignmentSql.RELIEVE, old.tripId(), now, departed, old.carrierId())
                .then();
    }

    @Override
    public Mono<List<String>> tripsOf(Transaction tx, String carrierId) {
        return tx.all(AssignmentSql.TRIPS_OF, row -> Rows.text(row, "trip_id"), carrierId)
                .collectList();
    }

    @Override
    public Mono<Tally> tally(Transaction tx, String tripId, Instant since) {
        return tx.first(
                AssignmentSql.TALLY,
                row -> new Tally(Rows.integer(row, "attempts"), Rows.integer(row, "automatic")),
                tripId,
                since);
    }

    static @Nullable Double lat(@Nullable GeoPoint place) {
        return place == null ? null : place.lat();
    }

    static @Nullable Double lng(@Nullable GeoPoint place) {
        return place == null ? null : place.lng();
    }

    static AssignmentRecord assignment(Readable row) {
        return new AssignmentRecord(
                Rows.text(row, "id"),
                Rows.text(row, "trip_id"),
                Rows.integer(row, "attempt"),
                Rows.text(row, "carrier_id"),
                AssignmentState.valueOf(Rows.text(row, "state")),
                AssignmentTrigger.valueOf(Rows.text(row, "trigger")),
                Rows.optionalText(row, "from_carrier_id"),
                Rows.text(row, "reason"),
                Rows.optionalText(row, "operator_id"),
                Rows.time(row, "offered_at"),
                Rows.time(row, "confirm_by"),
                Rows.optionalTime(row, "confirmed_at"),
                Rows.optionalTime(row, "ended_at"),
                Rows.optionalText(row, "end_reason"),
                Rows.point(row, "place_lat", "place_lng"));
    }
}
