package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.reading.ClientFilter;
import by.belparcel.pickuppoints.application.reading.Listed;
import by.belparcel.pickuppoints.application.reading.Paging;
import by.belparcel.pickuppoints.application.reading.ParcelLists;
import by.belparcel.pickuppoints.model.Parcel;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists of parcels in PostgreSQL. */
public final class PostgresParcelLists implements ParcelLists {

    private static final String PLACE =
            "select created_at from pickup_points.parcel where id = $1::uuid and client_id = $2";

    /** A row of a page, which has no parcel when the page is beyond the end. */
    private record Row(Optional<Parcel> parcel, long total, Instant at) {}

    @Override
    public Mono<Listed> ofClient(Transaction tx, ClientFilter filter, Paging paging) {
        String sql = ListSql.ofClient(filter.pvzId() != null, filter.inPvz());
        return page(tx, sql, filter.clientId(), filter.pvzId(), paging.offset(), paging.limit());
    }

    @Override
    public Mono<List<Parcel>> after(Transaction tx, ClientFilter filter, String lastId, int limit) {
        String sql = ListSql.afterOfClient(filter.pvzId() != null, filter.inPvz());
        return tx.first(PLACE, row -> ParcelRows.time(row, "created_at"), lastId, filter.clientId())
                .flatMap(at -> tx.all(sql, ParcelRows::parcel, filter.clientId(), filter.pvzId(), at, lastId, limit + 1)
                        .collectList());
    }

    @Override
    public Mono<Listed> returns(Transaction tx, String pvzId, Paging paging) {
        return page(tx, ListSql.RETURNS, pvzId, paging.offset(), paging.limit());
    }

    @Override
    public Mono<Listed> overdue(Transaction tx, String pvzId, Paging paging) {
        return page(tx, ListSql.OVERDUE, pvzId, paging.offset(), paging.limit());
    }

    @Override
    public Mono<List<Parcel>> inStock(Transaction tx, String pvzId) {
        return tx.all(ListSql.IN_STOCK, ParcelRows::parcel, pvzId).collectList();
    }

    @Override
    public Mono<Instant> now(Transaction tx) {
        return tx.first("select date_trunc('milliseconds', now()) as now", row -> ParcelRows.time(row, "now"));
    }

    private static Mono<Listed> page(Transaction tx, String sql, @Nullable Object... binds) {
        return tx.all(sql, PostgresParcelLists::row, binds)
                .collectList()
                .map(rows -> new Listed(
                        rows.stream().flatMap(row -> row.parcel().stream()).toList(),
                        rows.getFirst().total(),
                        rows.getFirst().at()));
    }

    private static Row row(Readable row) {
        boolean there = row.get("id", String.class) != null;
        return new Row(
                there ? Optional.of(ParcelRows.parcel(row)) : Optional.empty(),
                ParcelRows.number(row, "total"),
                ParcelRows.time(row, "listed_at"));
    }
}
