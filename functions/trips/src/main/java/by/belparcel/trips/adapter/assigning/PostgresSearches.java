package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.assigning.Searches;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code trips.search}. */
public final class PostgresSearches implements Searches {

    private static final String FIND = """
            select trip_id::text as trip_id, round::text as round, retries, trigger, reason,
                   from_carrier_id::text as from_carrier_id, exhausted, since
            from trips.search
            where trip_id = $1::uuid
            """;

    private static final String SAVE = """
            insert into trips.search (trip_id, round, retries, trigger, reason, from_carrier_id, exhausted, since)
            values ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7, $8)
            on conflict (trip_id) do update set retries = excluded.retries, exhausted = excluded.exhausted
            """;

    private static final String END = """
            with told as (delete from trips.suggestion where trip_id = $1::uuid)
            delete from trips.search where trip_id = $1::uuid
            """;

    /** A box of latitude and longitude is enough here: the ranking measures. $4 is half its height in degrees. */
    private static final String LOCK_WAITING = """
            select t.id::text as id
            from trips.trip t left join trips.search s on s.trip_id = t.id
            where ((t.state = 'PLANNED' and (not t.needs_manual or s.exhausted))
                   or (t.state = 'IN_TRANSIT' and s.trip_id is not null and not s.exhausted))
              and abs(coalesce(t.breakdown_lat, t.origin_lat) - $1) <= $4
              and abs(coalesce(t.breakdown_lng, t.origin_lng) - $2) <= $4 * 2
            order by t.planned_departure, t.id
            limit $3
            for update of t skip locked
            """;

    private static final double METRES_PER_DEGREE = 111_000;

    @Override
    public Mono<Search> find(Transaction tx, String tripId) {
        return tx.first(FIND, PostgresSearches::search, tripId);
    }

    @Override
    public Mono<Void> save(Transaction tx, Search search) {
        return tx.update(
                        SAVE,
                        search.tripId(),
                        search.round(),
                        search.retries(),
                        search.trigger().name(),
                        search.reason(),
                        search.fromCarrierId(),
                        search.exhausted(),
                        search.since())
                .then();
    }

    @Override
    public Mono<Void> end(Transaction tx, String tripId) {
        return tx.update(END, tripId).then();
    }

    @Override
    public Mono<List<String>> lockWaiting(Transaction tx, GeoPoint near, long radiusM, int limit) {
        return tx.all(
                        LOCK_WAITING,
                        row -> Rows.text(row, "id"),
                        near.lat(),
                        near.lng(),
                        limit,
                        radiusM / METRES_PER_DEGREE)
                .collectList();
    }

    /** The database's clock. */
    public static Mono<Instant> now(Transaction tx) {
        return tx.first("select now() as now", row -> Rows.time(row, "now"));
    }

    private static Search search(Readable row) {
        return new Search(
                Rows.text(row, "trip_id"),
                Rows.text(row, "round"),
                Rows.integer(row, "retries"),
                AssignmentTrigger.valueOf(Rows.text(row, "trigger")),
                Rows.text(row, "reason"),
                Rows.optionalText(row, "from_carrier_id"),
                Rows.flag(row, "exhausted"),
                Rows.time(row, "since"));
    }
}
