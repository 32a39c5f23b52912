package by.belparcel.batching.adapter;

import by.belparcel.batching.application.BatchDetails;
import by.belparcel.batching.application.BatchFilter;
import by.belparcel.batching.application.BatchReads;
import by.belparcel.batching.application.BatchView;
import by.belparcel.batching.application.FillView;
import by.belparcel.batching.application.WaitingView;
import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.BatchState;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queries on batches in PostgreSQL. */
public final class PostgresBatchReads implements BatchReads {

    private static final String BY_ID = Rows.BATCH + "where b.id = $1::uuid";

    private static final String ORDERS = """
            select order_id::text as order_id, weight_g, volume_cm3, ready_at, added_at, active, missing
            from batching.members
            where batch_id = $1::uuid
            order by ready_at, order_id
            """;

    private static final String CHANGES = """
            select version, at, action, reason, actor
            from batching.changes
            where batch_id = $1::uuid
            order by version, action
            """;

    private static final String PAGE = Rows.BATCH + """
            where ($1::text[] is null or b.state = any($1::text[]))
              and ($2::text is null or b.origin = $2::uuid)
              and ($3::text is null or b.dest_id = $3::uuid)
              and ($4::bigint is null or b.oldest_at < now() - $4::bigint * interval '1 second')
              and ($5::timestamptz is null or (b.opened_at, b.id) < ($5::timestamptz, $6::uuid))
            order by b.opened_at desc, b.id desc
            limit $7
            """;

    private static final String OPEN = """
            select b.*, r.max_orders, r.max_weight_g, r.max_volume_cm3, r.min_orders, r.age_normal_s, r.age_express_s,
                   now() as tx_now
            from (
            """ + Rows.BATCH + """
                where b.state = 'OPEN' and ($1::text is null or b.origin = $1::uuid)) b
            left join batching.rules r on r.place_id = b.origin::uuid
            where $2::timestamptz is null or (least(b.age_at, b.cutoff_at), b.id) > ($2::timestamptz, $3::text)
            order by least(b.age_at, b.cutoff_at), b.id
            limit $4
            """;

    private static final String WAITING = """
            select order_id::text as order_id, origin::text as origin, pvz_id::text as pvz_id, waiting,
                   waiting_for::text as waiting_for, ready_at
            from batching.orders
            where waiting is not null
              and ($1::timestamptz is null or (ready_at, order_id) > ($1::timestamptz, $2::uuid))
            order by ready_at, order_id
            limit $3
            """;

    private final PostgresPlaces places;

    /** @param places knows the closing rules */
    public PostgresBatchReads(PostgresPlaces places) {
        this.places = places;
    }

    @Override
    public Mono<BatchDetails> byId(Transaction tx, String id) {
        return tx.first(BY_ID, Rows::batch, id)
                .flatMap(batch -> tx.all(ORDERS, PostgresBatchReads::line, id)
                        .collectList()
                        .flatMap(orders -> tx.all(PostgresReceipts.MISSING, PostgresReceipts::parcel, id)
                                .collectList()
                                .flatMap(missing -> tx.all(CHANGES, PostgresBatchReads::change, id)
                                        .collectList()
                                        .map(changes -> new BatchDetails(batch, orders, missing, changes)))));
    }

    @Override
    public Mono<List<Batch>> page(Transaction tx, BatchFilter filter) {
        BatchFilter.Position after = filter.after();
        return tx.all(
                        PAGE,
                        Rows::batch,
                        filter.states().isEmpty()
                                ? null
                                : filter.states().stream().map(BatchState::name).toArray(String[]::new),
                        filter.warehouse(),
                        filter.dest(),
                        filter.olderThan() == null ? null : filter.olderThan().toSeconds(),
                        after == null ? null : after.at(),
                        after == null ? null : after.id(),
                        filter.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<List<FillView>> open(
            Transaction tx, @Nullable String warehouse, int limit, BatchFilter.@Nullable Position after) {
        return tx.all(
                        OPEN,
                        row -> FillView.of(Rows.batch(row), places.limits(row), Rows.time(row, "tx_now")),
                        warehouse,
                        after == null ? null : after.at(),
                        after == null ? null : after.id(),
                        limit)
                .collectList();
    }

    @Override
    public Mono<List<WaitingView>> waiting(Transaction tx, int limit, BatchFilter.@Nullable Position after) {
        return tx.all(
                        WAITING,
                        row -> new WaitingView(
                                Rows.text(row, "order_id"),
                                Rows.text(row, "origin"),
                                Rows.text(row, "pvz_id"),
                                Rows.text(row, "waiting"),
                                Rows.text(row, "waiting_for"),
                                Rows.time(row, "ready_at")),
                        after == null ? null : after.at(),
                        after == null ? null : after.id(),
                        limit)
                .collectList();
    }

    private static BatchView.OrderLine line(Readable row) {
        return new BatchView.OrderLine(
                Rows.text(row, "order_id"),
                Rows.number(row, "weight_g"),
                Rows.number(row, "volume_cm3"),
                Rows.time(row, "ready_at"),
                Rows.time(row, "added_at"),
                Boolean.TRUE.equals(row.get("active", Boolean.class)),
                Boolean.TRUE.equals(row.get("missing", Boolean.class)));
    }

    private static BatchView.Change change(Readable row) {
        return new BatchView.Change(
                Rows.number(row, "version"),
                Rows.time(row, "at"),
                Rows.text(row, "action"),
                Rows.text(row, "reason"),
                Rows.text(row, "actor"));
    }
}
