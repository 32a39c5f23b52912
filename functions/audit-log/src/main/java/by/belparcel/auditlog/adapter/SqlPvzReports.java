package by.belparcel.auditlog.adapter;

import by.belparcel.auditlog.application.PvzReports;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Figures in PostgreSQL. */
public final class SqlPvzReports implements PvzReports {

    /** The last state of each parcel that the point knew at that moment; news that came late counts when it happened. */
    private static final String STOCK = """
            with moment as (select coalesce($2::timestamptz, now()) as at), last as (
                select distinct on (r.subject) r.parcel_state as state
                from audit_log.record r, moment
                where r.pvz_id = $1 and r.parcel_state is not null and r.occurred_at <= moment.at
                order by r.subject, r.version desc, r.occurred_at desc, r.no desc
            ), held as (
                select state, count(*) as parcels from last
                where state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT') group by state
            )
            select moment.at, held.state, held.parcels from moment left join held on true order by held.state""";

    private static final String METRICS = """
            with period as (
                select coalesce($1::date, $2::date, (now() at time zone 'Europe/Minsk')::date) as from_day,
                    coalesce($2::date, greatest((now() at time zone 'Europe/Minsk')::date, $1::date)) as to_day
            ), figures as (
                select coalesce(p.region, 'UNKNOWN') as region, count(distinct d.pvz_id) as points, sum(accepted)::bigint as accepted,
                    sum(issued)::bigint as issued, sum(refused)::bigint as refused,
                    sum(returned_by_client)::bigint as returned_by_client,
                    sum(returned_to_courier)::bigint as returned_to_courier, sum(overdue)::bigint as overdue
                from audit_log.pvz_day d join period on d.day between period.from_day and period.to_day
                left join audit_log.point p on p.id = d.pvz_id
                group by 1
            )
            select period.from_day, period.to_day, figures.* from period left join figures on true order by figures.region""";

    private record StateRow(
            Instant at, @Nullable String state, @Nullable Long parcels) {}

    private record RegionRow(
            LocalDate from, LocalDate to, @Nullable Region region) {}

    @Override
    public Mono<Stock> stock(Transaction tx, String pvzId, @Nullable Instant at) {
        return tx.all(
                        STOCK,
                        row -> new StateRow(
                                must(row, "at", Instant.class),
                                row.get("state", String.class),
                                row.get("parcels", Long.class)),
                        pvzId,
                        at)
                .collectList()
                .map(rows -> stock(pvzId, rows));
    }

    @Override
    public Mono<Metrics> metrics(Transaction tx, @Nullable LocalDate from, @Nullable LocalDate to) {
        return tx.all(METRICS, SqlPvzReports::region, from, to).collectList().map(SqlPvzReports::metrics);
    }

    private static Stock stock(String pvzId, List<StateRow> rows) {
        Map<String, Long> states = new TreeMap<>();
        long sum = 0;
        for (StateRow row : rows) {
            if (row.state() != null && row.parcels() != null) {
                states.put(row.state(), row.parcels());
                sum += row.parcels();
            }
        }
        return new Stock(pvzId, rows.getFirst().at(), sum, states);
    }

    private static RegionRow region(Readable row) {
        String name = row.get("region", String.class);
        return new RegionRow(
                must(row, "from_day", LocalDate.class),
                must(row, "to_day", LocalDate.class),
                name == null
                        ? null
                        : new Region(
                                name,
                                must(row, "points", Long.class),
                                must(row, "accepted", Long.class),
                                must(row, "issued", Long.class),
                                must(row, "refused", Long.class),
                                must(row, "returned_by_client", Long.class),
                                must(row, "returned_to_courier", Long.class),
                                must(row, "overdue", Long.class)));
    }

    private static Metrics metrics(List<RegionRow> rows) {
        List<Region> regions = new ArrayList<>();
        for (RegionRow row : rows) {
            if (row.region() != null) {
                regions.add(row.region());
            }
        }
        RegionRow any = rows.getFirst();
        return new Metrics(any.from(), any.to(), regions);
    }

    private static <T> T must(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
