package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.application.assigning.Reassignments;
import by.belparcel.trips.model.assigning.Exclusion;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code trips.reassignment}, and the changes of hands among {@code trips.assignment}. */
public final class PostgresReassignments implements Reassignments {

    private static final String INSERT = """
            insert into trips.reassignment (
                id, trip_id, carrier_id, reason, overrides, operator_id, place_lat, place_lng, state, requested_at)
            values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::double precision, $8::double precision, 'REQUESTED', $9)
            on conflict (id) do nothing
            """;

    private static final String LOCK = """
            select id::text as id, trip_id::text as trip_id, carrier_id::text as carrier_id, reason, overrides, operator_id,
                   place_lat, place_lng, state
            from trips.reassignment
            where id = $1::uuid
            for update
            """;

    private static final String DECIDE = """
            update trips.reassignment
            set state = case when $2::text is null then 'DONE' else 'REFUSED' end, code = $2::text, decided_at = $3
            where id = $1::uuid
            """;

    private static final String PAGE = """
            select a.id::text as id, a.trip_id::text as trip_id, a.attempt, a.carrier_id::text as carrier_id, a.state,
                   a.trigger, a.from_carrier_id::text as from_carrier_id, a.reason, a.operator_id, a.offered_at, a.confirm_by,
                   a.confirmed_at, a.ended_at, a.end_reason, a.place_lat, a.place_lng, t.number
            from trips.assignment a join trips.trip t on t.id = a.trip_id
            where a.trigger <> 'INITIAL'
              and ($1::timestamptz is null or a.offered_at >= $1::timestamptz)
              and ($2::text is null or a.trigger = $2::text)
              and ($3::timestamptz is null or (a.offered_at, a.id) < ($3::timestamptz, $4::uuid))
            order by a.offered_at desc, a.id desc
            limit $5
            """;

    @Override
    public Mono<Boolean> insert(Transaction tx, Request request, Instant now) {
        return tx.update(
                        INSERT,
                        request.id(),
                        request.tripId(),
                        request.carrierId(),
                        request.reason(),
                        request.override().stream()
                                .map(Exclusion::name)
                                .sorted()
                                .toArray(String[]::new),
                        request.operatorId(),
                        PostgresAssignments.lat(request.place()),
                        PostgresAssignments.lng(request.place()),
                        now)
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Request> lock(Transaction tx, String id) {
        return tx.first(LOCK, PostgresReassignments::request, id);
    }

    @Override
    public Mono<Void> decide(Transaction tx, String id, @Nullable String code, Instant now) {
        return tx.update(DECIDE, id, code, now).then();
    }

    @Override
    public Mono<List<Entry>> page(Transaction tx, Filter filter) {
        return tx.all(
                        PAGE,
                        row -> new Entry(PostgresAssignments.assignment(row), Rows.text(row, "number")),
                        filter.from(),
                        filter.trigger() == null ? null : filter.trigger().name(),
                        filter.beforeAt(),
                        filter.beforeId(),
                        filter.limit() + 1)
                .collectList();
    }

    private static Request request(Readable row) {
        return new Request(
                Rows.text(row, "id"),
                Rows.text(row, "trip_id"),
                Rows.text(row, "carrier_id"),
                Rows.text(row, "reason"),
                Rows.texts(row, "overrides").stream().map(Exclusion::valueOf).collect(Collectors.toUnmodifiableSet()),
                Rows.text(row, "operator_id"),
                Rows.point(row, "place_lat", "place_lng"),
                Rows.text(row, "state").equals("REQUESTED"));
    }
}
