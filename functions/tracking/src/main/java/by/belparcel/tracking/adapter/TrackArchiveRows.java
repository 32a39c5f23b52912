package by.belparcel.tracking.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.tracking.application.TrackArchive;
import by.belparcel.tracking.model.Line;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Partitions and portions. */
public final class TrackArchiveRows implements TrackArchive {

    private static final String PREPARE = """
            select tracking.make_day((now() at time zone 'UTC')::date + d)::text as made from generate_series(-1, $1::integer) d
            """;

    private static final String OLD = """
            select to_date(right(c.relname, 8), 'YYYYMMDD') as day
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'tracking.position'::regclass and c.relname ~ '^position_[0-9]{8}$'
              and to_date(right(c.relname, 8), 'YYYYMMDD')
                  < ((now() - $1 * interval '1 second') at time zone 'UTC')::date
            order by 1
            """;

    private static final String DRIVES = """
            select distinct trip_id, carrier_id from tracking.position
            where device_time >= $1::date::timestamp at time zone 'UTC'
              and device_time < ($1::date + 1)::timestamp at time zone 'UTC'
            """;

    private static final String TRACK = """
            select device_time, lat, lng from tracking.position
            where device_time >= $1::date::timestamp at time zone 'UTC'
              and device_time < ($1::date + 1)::timestamp at time zone 'UTC' and trip_id = $2 and carrier_id = $3
            order by device_time
            """;

    private static final String KEEP = """
            insert into tracking.simple_track (trip_id, carrier_id, day, points) values ($1, $2, $3, $4::jsonb)
            on conflict do nothing
            """;

    private static final String REJECTED = """
            delete from tracking.rejected_fix where id = any (array(
                select id from tracking.rejected_fix where at < now() - $1 * interval '1 second' limit 5000))
            """;

    private static final String FORGET = """
            with tracks as (
                delete from tracking.simple_track where day < ((now() - $1 * interval '1 second') at time zone 'UTC')::date),
            links as (
                delete from tracking.share_link where expires_at < now() - interval '30 days'),
            drives as (
                delete from tracking.trip_carrier where to_at < now() - $1 * interval '1 second')
            delete from tracking.trip where ended_at < now() - $1 * interval '1 second'
            """;

    private record Drive(String tripId, String carrierId) {}

    private record Point(Instant at, double lat, double lng) {}

    @Override
    public Mono<Void> prepare(Transaction tx, int days) {
        return tx.all(PREPARE, row -> true, days).then();
    }

    @Override
    public Flux<LocalDate> olderThan(Transaction tx, Duration age) {
        return tx.all(OLD, row -> Objects.requireNonNull(row.get("day", LocalDate.class)), age.toSeconds());
    }

    @Override
    public Mono<Boolean> alone(Transaction tx) {
        return tx.first(
                "select pg_try_advisory_xact_lock(hashtext('tracking.tidy')) as alone", row -> Rows.flag(row, "alone"));
    }

    @Override
    public Mono<Void> simplify(Transaction tx, LocalDate day, double toleranceM) {
        return tx.all(DRIVES, row -> new Drive(Rows.text(row, "trip_id"), Rows.text(row, "carrier_id")), day)
                .collectList()
                .flatMapIterable(drives -> drives)
                .concatMap(drive -> tx.all(TRACK, TrackArchiveRows::point, day, drive.tripId(), drive.carrierId())
                        .collectList()
                        .flatMap(track -> keep(tx, day, drive, track, toleranceM)))
                .then(tx.all("select tracking.drop_day($1)::text as dropped", row -> true, day)
                        .then());
    }

    @Override
    public Mono<Long> forgetRejected(Transaction tx, Duration age) {
        return tx.update(REJECTED, age.toSeconds());
    }

    @Override
    public Mono<Void> forgetTracks(Transaction tx, Duration age) {
        return tx.update(FORGET, age.toSeconds()).then();
    }

    private static Mono<Long> keep(Transaction tx, LocalDate day, Drive drive, List<Point> track, double toleranceM) {
        Line line =
                new Line(track.stream().map(p -> new GeoPoint(p.lat(), p.lng())).toList());
        List<List<Object>> kept = line.simplified(toleranceM).stream()
                .map(track::get)
                .map(p -> List.<Object>of(p.lat(), p.lng(), p.at().toString()))
                .toList();
        return tx.update(KEEP, drive.tripId(), drive.carrierId(), day, Rows.json(kept));
    }

    private static Point point(Readable row) {
        return new Point(
                Objects.requireNonNull(Rows.time(row, "device_time")),
                Objects.requireNonNull(row.get("lat", Double.class)),
                Objects.requireNonNull(row.get("lng", Double.class)));
    }
}
