package by.belparcel.tracking.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.SignalStatus;
import by.belparcel.kernel.TripState;
import by.belparcel.tracking.application.LocationReads;
import by.belparcel.tracking.application.LocationView;
import by.belparcel.tracking.application.RejectedView;
import by.belparcel.tracking.application.TrackView;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Quality;
import by.belparcel.tracking.model.Rule;
import by.belparcel.tracking.model.Signal;
import by.belparcel.tracking.stream.model.Bbox;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Questions in PostgreSQL. The status is made at read, so that a silent vehicle grows stale without anybody writing. */
public final class LocationReadRows implements LocationReads {

    private static final String COLUMNS = """
            select t.trip_id, t.number, t.state, t.carrier_id, t.pvz_ids, t.next_stop, t.eta_at, t.started_at, t.ended_at,
                   l.lat, l.lng, l.accuracy_m, l.heading, l.speed_mps, l.device_time, l.updated_at, l.quality, l.mock, l.seq,
                   now() as now
            """;

    private static final String PAGE = COLUMNS + """
            from tracking.carrier_locations l join tracking.trip t using (trip_id)
            where t.state = 'IN_TRANSIT'
              and ($1 or t.carrier_id = any($2::text[]) or t.pvz_ids && $3::text[])
              and ($4::double precision is null
                   or l.lng between $4::double precision and $6::double precision
                      and l.lat between $5::double precision and $7::double precision)
              and ($8::bigint is null or l.device_time >= now() - $8::bigint * interval '1 millisecond')
              and ($9::bigint is null or l.device_time < now() - $9::bigint * interval '1 millisecond')
              and ($10::text is null or l.trip_id > $10::text)
            order by l.trip_id limit $11
            """;

    private static final String TRIP = COLUMNS + """
            from tracking.trip t left join tracking.carrier_locations l using (trip_id) where t.trip_id = $1
            """;

    private static final String TRACK = """
            select lat, lng, device_time, accuracy_m, speed_mps, heading, quality, re_anchored, carrier_id
            from tracking.position where trip_id = $1 and device_time >= $2 and device_time < $3
            union all
            select (p ->> 0)::double precision, (p ->> 1)::double precision, (p ->> 2)::timestamptz, null, null, null, null,
                   false, s.carrier_id
            from tracking.simple_track s, jsonb_array_elements(s.points) p
            where s.trip_id = $1 and s.day between ($2::timestamptz at time zone 'UTC')::date
                                               and ($3::timestamptz at time zone 'UTC')::date
              and (p ->> 2)::timestamptz >= $2 and (p ->> 2)::timestamptz < $3
            order by device_time
            """;

    private static final String REJECTED = """
            select id, rule, measured::text as measured, device_time, received_time, fix::text as fix
            from tracking.rejected_fix where trip_id = $1 and id < $2 order by id desc limit $3
            """;

    private final Signal signal;

    public LocationReadRows(Signal signal) {
        this.signal = signal;
    }

    @Override
    public Mono<List<LocationView>> page(Transaction tx, Wanted wanted) {
        Bbox box = wanted.bbox();
        Duration atMost = wanted.status() == SignalStatus.LIVE
                ? signal.stale()
                : wanted.status() == SignalStatus.STALE ? signal.lost() : null;
        Duration moreThan = wanted.status() == SignalStatus.LOST
                ? signal.lost()
                : wanted.status() == SignalStatus.STALE ? signal.stale() : null;
        return tx.all(
                        PAGE,
                        this::view,
                        wanted.audience().all(),
                        array(wanted.audience().carriers()),
                        array(wanted.audience().pvz()),
                        box == null ? null : box.minLng(),
                        box == null ? null : box.minLat(),
                        box == null ? null : box.maxLng(),
                        box == null ? null : box.maxLat(),
                        atMost == null ? null : atMost.toMillis(),
                        moreThan == null ? null : moreThan.toMillis(),
                        wanted.after(),
                        wanted.limit())
                .collectList();
    }

    @Override
    public Mono<Found> trip(Transaction tx, String tripId) {
        return tx.first(
                TRIP,
                row -> new Found(
                        view(row),
                        List.of(Objects.requireNonNull(row.get("pvz_ids", String[].class))),
                        Rows.time(row, "started_at"),
                        Rows.time(row, "ended_at"),
                        Objects.requireNonNull(Rows.time(row, "now"))),
                tripId);
    }

    @Override
    public Mono<List<TrackView.Point>> track(Transaction tx, String tripId, Instant from, Instant to) {
        return tx.all(TRACK, LocationReadRows::point, tripId, from, to).collectList();
    }

    @Override
    public Mono<List<RejectedView>> rejected(Transaction tx, String tripId, long before, int limit) {
        return tx.all(REJECTED, LocationReadRows::rejected, tripId, before, limit)
                .collectList();
    }

    private LocationView view(Readable row) {
        TripState state = TripState.valueOf(Rows.text(row, "state"));
        Instant deviceTime = Rows.time(row, "device_time");
        Instant now = Objects.requireNonNull(Rows.time(row, "now"));
        boolean over = state == TripState.COMPLETED || state == TripState.CANCELLED;
        SignalStatus silent = over ? SignalStatus.ENDED : SignalStatus.LOST;
        return new LocationView(
                Rows.text(row, "trip_id"),
                row.get("number", String.class),
                row.get("carrier_id", String.class),
                row.get("lat", Double.class),
                row.get("lng", Double.class),
                row.get("accuracy_m", Double.class),
                row.get("heading", Integer.class),
                row.get("speed_mps", Double.class),
                deviceTime,
                Rows.time(row, "updated_at"),
                deviceTime == null ? silent : signal.at(deviceTime, now),
                quality(row),
                row.get("mock", Boolean.class),
                row.get("seq", Long.class),
                row.get("next_stop", Integer.class),
                Rows.time(row, "eta_at"));
    }

    private static TrackView.Point point(Readable row) {
        return new TrackView.Point(
                Objects.requireNonNull(row.get("lat", Double.class)),
                Objects.requireNonNull(row.get("lng", Double.class)),
                Objects.requireNonNull(Rows.time(row, "device_time")),
                row.get("accuracy_m", Double.class),
                row.get("speed_mps", Double.class),
                row.get("heading", Integer.class),
                quality(row),
                Rows.flag(row, "re_anchored") ? Boolean.TRUE : null,
                Rows.text(row, "carrier_id"));
    }

    private static RejectedView rejected(Readable row) {
        @SuppressWarnings("unchecked")
        Map<String, Object> measured = Rows.json(row, "measured", Map.class);
        return new RejectedView(
                Rows.number(row, "id"),
                Rule.valueOf(Rows.text(row, "rule")),
                measured == null ? Map.of() : measured,
                Objects.requireNonNull(Rows.time(row, "device_time")),
                Objects.requireNonNull(Rows.time(row, "received_time")),
                Objects.requireNonNull(Rows.json(row, "fix", Fix.class)));
    }

    private static @org.jspecify.annotations.Nullable Quality quality(Readable row) {
        String text = row.get("quality", String.class);
        return text == null ? null : Quality.valueOf(text);
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
