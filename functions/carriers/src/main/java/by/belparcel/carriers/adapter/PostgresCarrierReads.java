package by.belparcel.carriers.adapter;

import by.belparcel.carriers.application.CarrierReads;
import by.belparcel.carriers.application.ScheduleView;
import by.belparcel.carriers.application.TripBook;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.SignalStatus;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queries of carriers in PostgreSQL. */
public final class PostgresCarrierReads implements CarrierReads {

    private static final String SEEN = "select " + Rows.CARRIER + """
            , c.availability, c.availability_since, c.signal, c.lat, c.lng, c.position_at, c.driving_since, now() as now,
            """ + Rows.SHIFT + """
            , array(select t.trip_id::text from carriers.trips t
                    where t.carrier_id = c.id and t.state <> 'ENDED'
                    order by t.since, t.trip_id) as live_trips
            """;

    private static final String FIND =
            SEEN + ", null::bigint as distance_m from carriers.carriers c where c.id = $1::uuid";

    private static final String WANTED = """
            ($1::boolean is null or $1::boolean = (c.is_active and c.availability = 'ONLINE'))
            """;

    private static final String BY_CODE = SEEN + ", null::bigint as distance_m from carriers.carriers c where " + WANTED
            + " and ($2::text is null or c.code > $2::text) order by c.code limit $3";

    private static final String NEAR = SEEN + """
            , d.distance_m
            from carriers.carriers c
            cross join lateral (
                select round(2 * 6371008.8 * asin(least(1, sqrt(
                    power(sin(radians(c.lat - $2) / 2), 2)
                    + cos(radians($2)) * cos(radians(c.lat)) * power(sin(radians(c.lng - $3) / 2), 2)))))::bigint as distance_m) d
            where d.distance_m <= $4 and ($5::bigint is null or (d.distance_m, c.id) > ($5::bigint, $6::uuid)) and
            """ + WANTED + " order by d.distance_m, c.id limit $7";

    private static final String SHIFTS = """
            select id::text as id, started_at, ends_by, ended_at, driven_s from carriers.shifts
            where carrier_id = $1::uuid
            order by started_at desc, id desc
            limit 30
            """;

    private static final String TRIPS = """
            select trip_id::text as trip_id, state, since from carriers.trips
            where carrier_id = $1::uuid
            order by since desc, trip_id desc
            limit 100
            """;

    @Override
    public Mono<List<Seen>> list(Transaction tx, Wanted w) {
        List<String> after = w.after();
        GeoPoint near = w.near();
        if (near == null) {
            String afterCode = after.isEmpty() ? null : after.getFirst();
            return tx.all(BY_CODE, PostgresCarrierReads::seen, w.available(), afterCode, w.limit() + 1)
                    .collectList();
        }
        return tx.all(
                        NEAR,
                        PostgresCarrierReads::seen,
                        w.available(),
                        near.lat(),
                        near.lng(),
                        (long) w.radiusM(),
                        after.isEmpty() ? null : Long.valueOf(after.getFirst()),
                        after.isEmpty() ? null : after.getLast(),
                        w.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<Seen> find(Transaction tx, String carrierId) {
        return tx.first(FIND, PostgresCarrierReads::seen, carrierId);
    }

    @Override
    public Mono<ScheduleView> schedule(Transaction tx, String carrierId) {
        return tx.all(SHIFTS, PostgresCarrierReads::shift, carrierId)
                .collectList()
                .zipWhen(shifts ->
                        tx.all(TRIPS, PostgresCarrierReads::trip, carrierId).collectList())
                .map(both -> new ScheduleView(carrierId, both.getT1(), both.getT2()));
    }

    private static Seen seen(Readable row) {
        return new Seen(
                Rows.carrier(row),
                PostgresDrivers.driver(row),
                signal(row.get("signal", String.class)),
                row.get("distance_m", Long.class),
                List.of(Rows.value(row, "live_trips", String[].class)),
                Rows.time(row, "now"));
    }

    private static @Nullable SignalStatus signal(@Nullable String text) {
        return text == null ? null : SignalStatus.valueOf(text);
    }

    private static ScheduleView.ShiftEntry shift(Readable row) {
        return new ScheduleView.ShiftEntry(
                Rows.text(row, "id"),
                Rows.time(row, "started_at"),
                Rows.time(row, "ends_by"),
                Rows.optionalTime(row, "ended_at"),
                Rows.value(row, "driven_s", Long.class));
    }

    private static ScheduleView.TripEntry trip(Readable row) {
        return new ScheduleView.TripEntry(
                Rows.text(row, "trip_id"), TripBook.Hold.valueOf(Rows.text(row, "state")), Rows.time(row, "since"));
    }
}
