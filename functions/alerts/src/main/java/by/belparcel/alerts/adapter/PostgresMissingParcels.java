package by.belparcel.alerts.adapter;

import by.belparcel.alerts.application.MissingParcels;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Missing parcels in PostgreSQL; every method is one statement. */
public final class PostgresMissingParcels implements MissingParcels {

    private static final int WHOLE_ORDER = 0;

    private static final String LOCK = """
            select clock_timestamp() as at
            from pg_advisory_xact_lock(hashtextextended('alerts.missing-parcels/' || $1, 0)) as locked
            """;

    private static final String MISSING = """
            insert into alerts.missing_parcels (order_id, parcel_no, missing) values ($1, $2, true)
            on conflict (order_id, parcel_no) do update set missing = true
            """;

    private static final String SETTLE = """
            insert into alerts.missing_parcels (order_id, parcel_no, settled) values ($1, $2, true)
            on conflict (order_id, parcel_no) do update set settled = true
            """;

    /** Who gives up the whole order gives up each parcel; whoever misses the whole order finds it with the first parcel. */
    private static final String SEARCH = """
            select case
                when not coalesce(bool_or(p.missing), false) then 'NONE'
                when bool_or(p.missing and not p.settled and not exists (
                    select from alerts.missing_parcels s
                    where s.order_id = $1 and s.settled and (s.parcel_no = 0 or p.parcel_no = 0))) then 'OPEN'
                else 'OVER' end as search
            from alerts.missing_parcels p where p.order_id = $1
            """;

    @Override
    public Mono<Instant> lock(Transaction tx, String orderId) {
        return tx.first(LOCK, row -> AlertRows.time(row, "at"), orderId);
    }

    @Override
    public Mono<Void> missing(Transaction tx, String orderId, @Nullable Integer parcelNo) {
        return tx.update(MISSING, orderId, number(parcelNo)).then();
    }

    @Override
    public Mono<Void> settle(Transaction tx, String orderId, @Nullable Integer parcelNo) {
        return tx.update(SETTLE, orderId, number(parcelNo)).then();
    }

    @Override
    public Mono<Search> search(Transaction tx, String orderId) {
        return tx.first(SEARCH, row -> Search.valueOf(AlertRows.text(row, "search")), orderId);
    }

    private static int number(@Nullable Integer parcelNo) {
        return parcelNo == null ? WHOLE_ORDER : parcelNo;
    }
}
