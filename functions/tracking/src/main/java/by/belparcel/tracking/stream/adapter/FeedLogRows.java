package by.belparcel.tracking.stream.adapter;

import by.belparcel.eventing.store.Database;
import by.belparcel.tracking.stream.application.FeedLog;
import by.belparcel.tracking.stream.model.Audience;
import by.belparcel.tracking.stream.model.DbSnapshot;
import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.Interest;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The feed by snapshot windows, as the outbox reads its log: "not visible in the old snapshot" is {@code xid >= xmax or xid in xip},
 * each arm a range or a probe of the index on {@code xid}; "visible now" is what the statement sees anyway.
 */
public final class FeedLogRows implements FeedLog {

    private static final String NOW =
            "select pg_current_snapshot()::text as snap, extract(epoch from now())::bigint as epoch";

    /**
     * Binds: snapshot, its epoch, how old it may be in seconds, whether the asker's trips are wanted, who asks (all, carriers, pvz).
     * What a transaction to come has written was restored from another cluster: it would be new at every look.
     */
    private static final String SINCE = """
            select pg_current_snapshot()::text as snap, extract(epoch from now())::bigint as epoch,
                   extract(epoch from now())::bigint - $2::bigint > $3::bigint as lost,
                   (select string_agg(l.trip_id, ',') from tracking.carrier_locations l join tracking.trip o using (trip_id)
                    where $4::boolean and ($5::boolean or o.carrier_id = any($6::text[]) or o.pvz_ids && $7::text[])) as own,
                   w.xid::text as xid, w.kind, w.trip_id, w.payload::text as payload,
                   t.carrier_id, array_to_string(t.pvz_ids, ',') as pvz, t.state
            from (select) one
            left join (
                select * from tracking.feed
                where xid >= pg_snapshot_xmax($1::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
                  and extract(epoch from now())::bigint - $2::bigint <= $3::bigint
                union all
                select * from tracking.feed
                where xid = any (array(select pg_snapshot_xip($1::pg_snapshot)))
                  and extract(epoch from now())::bigint - $2::bigint <= $3::bigint) w on true
            left join tracking.trip t on t.trip_id = w.trip_id
            order by w.trip_id, w.seq""";

    private static final String MAY_SEE = "($1::boolean or t.carrier_id = any($2::text[]) or t.pvz_ids && $3::text[])";

    /** Binds: who asks, trips or null, box or nulls, seconds until stale and until lost. */
    private static final String PICTURE = """
            select pg_current_snapshot()::text as snap, extract(epoch from now())::bigint as epoch, p.*
            from (select) one
            left join (
                select l.trip_id, l.seq, (extract(epoch from l.device_time) * 1000)::bigint as device_millis, l.lat, l.lng,
                       jsonb_strip_nulls(jsonb_build_object(
                           'trip_id', l.trip_id, 'number', t.number, 'state', t.state, 'carrier_id', t.carrier_id,
                           'eta_at', to_char(t.eta_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                           'lat', l.lat, 'lng', l.lng, 'heading', l.heading, 'speed', l.speed_mps, 'accuracy', l.accuracy_m,
                           'device_time', to_char(l.device_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                           'status', case when l.device_time < now() - $10 * interval '1 second' then 'LOST'
                                          when l.device_time < now() - $9 * interval '1 second' then 'STALE' else 'LIVE' end,
                           'seq', l.seq, 'quality', l.quality))::text as item
                from tracking.carrier_locations l join tracking.trip t using (trip_id)
                where t.state = 'IN_TRANSIT' and\s""" + MAY_SEE + """
                \n  and ($4::text[] is null or l.trip_id = any($4::text[]))
                  and ($5::double precision is null
                       or (l.lng between $5::double precision and $7::double precision
                           and l.lat between $6::double precision and $8::double precision))) p on true
            order by p.trip_id""";

    private static final String VISIBLE =
            "select t.trip_id from tracking.trip t where t.trip_id = any($4::text[]) and " + MAY_SEE;

    private static final Audience NOBODY = new Audience(false, List.of(), List.of());

    private final Database database;
    private final Duration kept;
    private final Duration stale;
    private final Duration lost;

    /** @param kept how old a cursor may be; @param stale age of a position that is shown as stale; @param lost as lost */
    public FeedLogRows(Database database, Duration kept, Duration stale, Duration lost) {
        this.database = database;
        this.kept = kept;
        this.stale = stale;
        this.lost = lost;
    }

    @Override
    public Mono<Moment> now() {
        return database.reading(tx -> tx.first(NOW, FeedLogRows::moment));
    }

    @Override
    public Mono<Window> since(Moment from) {
        return window(from, false, NOBODY);
    }

    @Override
    public Mono<Window> resume(Moment from, Audience audience, Interest interest) {
        return window(from, !audience.all() || interest.bbox() != null, audience);
    }

    @Override
    public Mono<Picture> picture(Audience audience, Interest interest) {
        Set<String> trips = interest.trips();
        var box = interest.bbox();
        return database.reading(tx -> tx.all(
                        PICTURE,
                        row -> new Pictured(moment(row), item(row)),
                        audience.all(),
                        array(audience.carriers()),
                        array(audience.pvz()),
                        trips == null ? null : array(trips),
                        box == null ? null : box.minLng(),
                        box == null ? null : box.minLat(),
                        box == null ? null : box.maxLng(),
                        box == null ? null : box.maxLat(),
                        stale.toSeconds(),
                        lost.toSeconds())
                .collectList()
                .map(rows -> new Picture(
                        rows.getFirst().at(),
                        rows.stream()
                                .map(Pictured::item)
                                .filter(Objects::nonNull)
                                .toList())));
    }

    @Override
    public Mono<Set<String>> visible(Audience audience, Collection<String> trips) {
        return database.reading(tx -> tx.all(
                        VISIBLE,
                        row -> text(row, "trip_id"),
                        audience.all(),
                        array(audience.carriers()),
                        array(audience.pvz()),
                        array(trips))
                .collectList()
                .map(HashSet::new));
    }

    private Mono<Window> window(Moment from, boolean owned, Audience audience) {
        return database.reading(tx -> tx.all(
                        SINCE,
                        FeedLogRows::seen,
                        from.snapshot().text(),
                        from.epoch(),
                        kept.toSeconds(),
                        owned,
                        audience.all(),
                        array(audience.carriers()),
                        array(audience.pvz()))
                .collectList()
                .map(FeedLogRows::window));
    }

    private static Window window(List<Seen> seen) {
        Seen any = seen.getFirst();
        List<FeedRow> rows = new ArrayList<>();
        for (Seen each : seen) {
            if (each.row() != null) {
                rows.add(each.row());
            }
        }
        return new Window(any.at(), any.lost(), rows, Set.copyOf(split(any.own())));
    }

    private static Seen seen(Readable row) {
        return new Seen(
                moment(row),
                Boolean.TRUE.equals(row.get("lost", Boolean.class)),
                row.get("own", String.class),
                feedRow(row));
    }

    private static @Nullable FeedRow feedRow(Readable row) {
        String xid = row.get("xid", String.class);
        if (xid == null) {
            return null;
        }
        FeedRow.Owner owner =
                new FeedRow.Owner(row.get("carrier_id", String.class), split(row.get("pvz", String.class)));
        return FeedJson.row(
                Long.parseLong(xid),
                FeedKind.of(text(row, "kind")),
                text(row, "trip_id"),
                text(row, "payload"),
                owner,
                "IN_TRANSIT".equals(row.get("state", String.class)));
    }

    private static @Nullable Item item(Readable row) {
        String item = row.get("item", String.class);
        if (item == null) {
            return null;
        }
        return new Item(
                text(row, "trip_id"),
                item,
                number(row, "seq"),
                number(row, "device_millis"),
                new FeedRow.Point(
                        Objects.requireNonNull(row.get("lat", Double.class)),
                        Objects.requireNonNull(row.get("lng", Double.class))));
    }

    private static Moment moment(Readable row) {
        return new Moment(DbSnapshot.parse(text(row, "snap")).orElseThrow(), number(row, "epoch"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    private static List<String> split(@Nullable String list) {
        return list == null || list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private record Seen(
            Moment at,
            boolean lost,
            @Nullable String own,
            @Nullable FeedRow row) {}

    private record Pictured(Moment at, @Nullable Item item) {}
}
