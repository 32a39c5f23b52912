package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.receiving.BatchParcels;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Parcels of batches in PostgreSQL; every method is one statement. */
public final class PostgresBatchParcels implements BatchParcels {

    /** One statement for both, so that all locks are taken in the order of the ids; each part has its own index. */
    private static final String LOCK = ParcelRows.COLUMNS + """
            from pickup_points.parcel p
            where p.id in (
                select id from pickup_points.parcel where batch_id = $4::uuid
                union select id from pickup_points.parcel where external_ref = any ($1::text[]::bigint[])
                union select id from pickup_points.parcel where id = any ($2::text[]::uuid[])
                union select id from pickup_points.parcel where order_id = any ($2::text[]::uuid[])
                union select id from pickup_points.parcel where order_number = any ($3::text[]))
            order by p.id
            for update of p
            """;

    private static final String ANNOUNCED = PostgresKnownOrders.COLUMNS + """
            where (a.order_id = any ($1::text[]::uuid[]) or a.number = any ($2::text[])) and not a.cancelled
            order by a.order_id, line.no
            """;

    private static final String MISSING = ParcelRows.COLUMNS + """
            from pickup_points.parcel p
            where p.batch_id = $1::uuid and p.state = 'EXPECTED' and p.receipt = 'MISSING'
            order by p.id
            """;

    private static final String MARK = """
            update pickup_points.parcel
            set receipt = case when id = any ($1::text[]::uuid[]) then 'MISSING' else 'DAMAGED' end
            where id = any ($1::text[]::uuid[]) or id = any ($2::text[]::uuid[])
            """;

    @Override
    public Mono<List<Parcel>> lock(Transaction tx, String batchId, Collection<ParcelName> names) {
        return tx.all(
                        LOCK,
                        ParcelRows::parcel,
                        PostgresParcels.values(names, ParcelName.Kind.ALIAS),
                        PostgresParcels.values(names, ParcelName.Kind.UUID),
                        PostgresParcels.values(names, ParcelName.Kind.ORDER_NUMBER),
                        batchId)
                .collectList();
    }

    @Override
    public Mono<List<AnnouncedParcel>> announced(Transaction tx, Collection<ParcelName> names) {
        return tx.all(
                        ANNOUNCED,
                        PostgresKnownOrders::parcel,
                        PostgresParcels.values(names, ParcelName.Kind.UUID),
                        PostgresParcels.values(names, ParcelName.Kind.ORDER_NUMBER))
                .collectList();
    }

    @Override
    public Mono<List<Parcel>> missing(Transaction tx, String batchId) {
        return tx.all(MISSING, ParcelRows::parcel, batchId).collectList();
    }

    @Override
    public Mono<Void> mark(Transaction tx, Collection<String> missing, Collection<String> damaged) {
        return missing.isEmpty() && damaged.isEmpty()
                ? Mono.empty()
                : tx.update(MARK, missing.toArray(String[]::new), damaged.toArray(String[]::new))
                        .then();
    }
}
