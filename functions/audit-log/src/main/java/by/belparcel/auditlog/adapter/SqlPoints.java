package by.belparcel.auditlog.adapter;

import by.belparcel.auditlog.application.Points;
import by.belparcel.auditlog.application.PvzDays;
import by.belparcel.auditlog.model.PvzCount;
import by.belparcel.eventing.store.Transaction;
import java.time.LocalDate;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Points and their days in PostgreSQL. */
public final class SqlPoints implements PvzDays, Points {

    private static final String COUNT = """
            with d as (
                insert into audit_log.pvz_day as d
                    (pvz_id, day, accepted, issued, refused, returned_by_client, returned_to_courier, overdue)
                values ($1, $2, ($3 = 'ACCEPTED')::int, ($3 = 'ISSUED')::int, ($3 = 'REFUSED')::int,
                    ($3 = 'RETURNED_BY_CLIENT')::int, ($3 = 'RETURNED_TO_COURIER')::int, ($3 = 'OVERDUE')::int)
                on conflict (pvz_id, day) do update set
                    accepted = d.accepted + excluded.accepted, issued = d.issued + excluded.issued,
                    refused = d.refused + excluded.refused,
                    returned_by_client = d.returned_by_client + excluded.returned_by_client,
                    returned_to_courier = d.returned_to_courier + excluded.returned_to_courier,
                    overdue = d.overdue + excluded.overdue
            )
            select coalesce(p.code, 'UNKNOWN') as code, coalesce(p.region, 'UNKNOWN') as region
            from (select 1) one left join audit_log.point p on p.id = $1""";

    private static final String PLACE = """
            insert into audit_log.point as p (id, code, region, lat, lng, version)
            select $1, $2, coalesce($3::text, (select o.region from audit_log.point o where o.id = $1), (
                select n.region from audit_log.point n
                order by power(n.lat - $4::float8, 2) + power((n.lng - $5::float8) * cos(radians($4::float8)), 2), n.id
                limit 1), 'UNKNOWN'), $4::float8, $5::float8, $6
            on conflict (id) do update set code = excluded.code, region = excluded.region, lat = excluded.lat, lng = excluded.lng,
                version = excluded.version
            where p.version < excluded.version""";

    @Override
    public Mono<Point> count(Transaction tx, String pvzId, LocalDate day, PvzCount what) {
        return tx.first(
                COUNT,
                row -> new Point(
                        Objects.requireNonNull(row.get("code", String.class)),
                        Objects.requireNonNull(row.get("region", String.class))),
                pvzId,
                day,
                what.name());
    }

    @Override
    public Mono<Boolean> place(Transaction tx, Place place) {
        return tx.update(PLACE, place.id(), place.code(), place.region(), place.lat(), place.lng(), place.version())
                .map(rows -> rows > 0);
    }
}
