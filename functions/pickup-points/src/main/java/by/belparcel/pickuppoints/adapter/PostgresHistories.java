package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.reading.Histories;
import by.belparcel.pickuppoints.application.reading.HistoryPage;
import by.belparcel.pickuppoints.application.reading.Paging;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Histories of parcels in PostgreSQL. */
public final class PostgresHistories implements Histories {

    /** A parcel is called as in every other answer; by its id when its row is gone, for then nothing else is known of it. */
    private static final String COLUMNS = """
            select coalesce(
                       h.external_ref::text,
                       (select coalesce(
                                   p.external_ref::text,
                                   p.order_id || case when p.parcels_total > 1 then '/' || p.parcel_no else '' end)
                        from pickup_points.parcel p where p.id = h.parcel_id),
                       h.parcel_id::text) as order_id,
                   h.state, h.at, h.kind, h.detail, h.actor_type, h.actor_id, t.total
            """;

    /** Along history_newest. */
    private static final String OF_POINT = COLUMNS + """
            from (select count(*) as total from pickup_points.history where pvz_id = $1::uuid) as t
            left join lateral (
                select * from pickup_points.history where pvz_id = $1::uuid order by no desc offset $2 limit $3) as h on true
            order by h.no desc
            """;

    /** Along history_of_parcel; an order has few parcels. */
    private static final String OF_PARCELS = COLUMNS + """
            from (select count(*) as total from pickup_points.history where parcel_id = any ($1::text[]::uuid[])) as t
            left join lateral (
                select * from pickup_points.history
                where parcel_id = any ($1::text[]::uuid[])
                order by no offset $2 limit $3) as h on true
            order by h.no
            """;

    private record Row(Optional<HistoryPage.Entry> entry, long total) {}

    @Override
    public Mono<HistoryPage.Changes> ofPoint(Transaction tx, String pvzId, Paging paging) {
        return read(tx, OF_POINT, pvzId, paging);
    }

    @Override
    public Mono<HistoryPage.Changes> ofParcels(Transaction tx, Collection<String> ids, Paging paging) {
        return read(tx, OF_PARCELS, ids.toArray(String[]::new), paging);
    }

    private static Mono<HistoryPage.Changes> read(Transaction tx, String sql, Object whose, Paging paging) {
        return tx.all(sql, PostgresHistories::row, whose, paging.offset(), paging.limit())
                .collectList()
                .map(rows -> new HistoryPage.Changes(
                        rows.stream().flatMap(row -> row.entry().stream()).toList(),
                        rows.getFirst().total()));
    }

    private static Row row(Readable row) {
        long total = ParcelRows.number(row, "total");
        if (row.get("order_id", String.class) == null) {
            return new Row(Optional.empty(), total);
        }
        HistoryPage.Entry entry = new HistoryPage.Entry(
                ParcelRows.text(row, "order_id"),
                ParcelRows.text(row, "state"),
                ParcelRows.time(row, "at"),
                ParcelRows.text(row, "kind"),
                row.get("detail", String.class),
                ParcelRows.text(row, "actor_type"),
                ParcelRows.text(row, "actor_id"));
        return new Row(Optional.of(entry), total);
    }
}
