package by.belparcel.batching.adapter;

import by.belparcel.batching.application.Parcel;
import by.belparcel.batching.application.Parcels;
import by.belparcel.batching.application.WaitingList;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.ServiceClass;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** What is known of orders, in PostgreSQL. */
public final class PostgresParcels implements Parcels, WaitingList {

    private static final String REGISTER = """
            insert into batching.orders (order_id, origin, pvz_id, service, weight_g, volume_cm3, ready_at)
            values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7)
            on conflict (order_id) do nothing
            """;

    /**
     * A hub may hear of an order before the warehouse told of it, so the row may be new. An order that was brought back is where
     * it was before: that is news as long as nothing holds it.
     */
    private static final String ARRIVE = """
            insert into batching.orders as old (order_id, origin, pvz_id, service, weight_g, volume_cm3, ready_at)
            values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7)
            on conflict (order_id) do update
            set origin = excluded.origin, pvz_id = excluded.pvz_id, service = excluded.service,
                weight_g = excluded.weight_g, volume_cm3 = excluded.volume_cm3, ready_at = excluded.ready_at,
                waiting = null, waiting_for = null
            where not old.cancelled and (
                old.origin is distinct from excluded.origin
                or old.waiting is null and not exists (
                    select from batching.members m where m.order_id = old.order_id and m.active))
            """;

    private static final String LEAVE = """
            update batching.members m set active = false
            from batching.batches b
            where m.order_id = $1::uuid and m.active and b.id = m.batch_id
              and (b.dest_id = $2::uuid or b.state not in ('OPEN', 'CLOSED', 'PLANNED'))
            """;

    private static final String CANCEL = """
            insert into batching.orders as old (order_id, cancelled)
            values ($1::uuid, true)
            on conflict (order_id) do update set cancelled = true, waiting = null, waiting_for = null
            where not old.cancelled
            """;

    private static final String COLUMNS = """
            select order_id::text as order_id, origin::text as origin, pvz_id::text as pvz_id, service, weight_g, volume_cm3,
                   ready_at
            from batching.orders
            """;

    private static final String TAKE = COLUMNS + """
            where order_id = any($1::text[]::uuid[]) and not cancelled
            order by ready_at, order_id
            for update
            """;

    private static final String HOLD = """
            update batching.orders set waiting = $2, waiting_for = $3::uuid
            where order_id = any($1::text[]::uuid[]) and not cancelled
            """;

    private static final String WAITING_FOR = COLUMNS + """
            where waiting = 'DEST_SUSPENDED' and waiting_for = $1::uuid
            order by ready_at, order_id
            for update
            """;

    private static final String FIND = COLUMNS + "where order_id = $1::uuid and waiting is not null for update";

    @Override
    public Mono<Boolean> register(Transaction tx, Parcel parcel) {
        return write(tx, REGISTER, parcel);
    }

    @Override
    public Mono<Boolean> arrive(Transaction tx, Parcel parcel) {
        return write(tx, ARRIVE, parcel)
                .flatMap(isNew -> isNew
                        ? tx.update(LEAVE, parcel.orderId(), parcel.origin()).thenReturn(true)
                        : Mono.just(false));
    }

    @Override
    public Mono<Boolean> cancel(Transaction tx, String orderId) {
        return tx.update(CANCEL, orderId).map(rows -> rows > 0);
    }

    @Override
    public Mono<List<Parcel>> take(Transaction tx, Collection<String> orderIds) {
        return tx.all(TAKE, PostgresParcels::parcel, (Object) Rows.ids(orderIds))
                .collectList();
    }

    @Override
    public Mono<Void> hold(Transaction tx, List<String> orderIds, Reason reason, String destId) {
        return tx.update(HOLD, Rows.ids(orderIds), reason.name(), destId).then();
    }

    @Override
    public Mono<List<Parcel>> of(Transaction tx, String destId) {
        return tx.all(WAITING_FOR, PostgresParcels::parcel, destId).collectList();
    }

    @Override
    public Mono<Parcel> find(Transaction tx, String orderId) {
        return tx.first(FIND, PostgresParcels::parcel, orderId);
    }

    @Override
    public Mono<Boolean> isCancelled(Transaction tx, String orderId) {
        return tx.first(
                "select cancelled from batching.orders where order_id = $1::uuid",
                row -> Boolean.TRUE.equals(row.get("cancelled", Boolean.class)),
                orderId);
    }

    private static Mono<Boolean> write(Transaction tx, String sql, Parcel parcel) {
        return tx.update(
                        sql,
                        parcel.orderId(),
                        parcel.origin(),
                        parcel.pvzId(),
                        parcel.service().name(),
                        parcel.weightG(),
                        parcel.volumeCm3(),
                        parcel.readyAt())
                .map(rows -> rows > 0);
    }

    static Parcel parcel(Readable row) {
        return new Parcel(
                Rows.text(row, "order_id"),
                Rows.text(row, "origin"),
                Rows.text(row, "pvz_id"),
                ServiceClass.valueOf(Rows.text(row, "service")),
                Rows.number(row, "weight_g"),
                Rows.number(row, "volume_cm3"),
                Rows.time(row, "ready_at"));
    }
}
