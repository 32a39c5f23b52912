package by.belparcel.orders.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.application.HistoryEntry;
import by.belparcel.orders.application.OrderFilter;
import by.belparcel.orders.application.OrderReads;
import by.belparcel.orders.application.OrderRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queries on orders in PostgreSQL; every method is one statement. */
public final class PostgresOrderReads implements OrderReads {

    private static final String CONDITIONS = """
            where ($1::text[] is null or o.state = any($1::text[]))
              and ($2::text[] is null or o.shop_id = any($2::text[]::uuid[]))
              and ($3::text[] is null or o.pvz_id = any($3::text[]::uuid[]))
              and ($4::text is null or o.warehouse_id = $4::uuid)
              and ($5::timestamptz is null or o.created_at >= $5::timestamptz)
              and ($6::timestamptz is null or o.created_at < $6::timestamptz)
              and ($7::text is null or o.phone_last4 = $7)
              and ($8::text is null or o.number = upper($8::text) or o.shop_order_ref like $9::text escape '!')
              and ($10::bytea is null or o.phone_index = $10::bytea)
            """;

    private static final String NEWEST_FIRST = OrderSql.COLUMNS + CONDITIONS + """
                      and ($11::timestamptz is null or (o.created_at, o.id) < ($11::timestamptz, $12::uuid))
                    order by o.created_at desc, o.id desc
                    limit $13
                    """;

    private static final String OLDEST_FIRST = OrderSql.COLUMNS + CONDITIONS + """
                      and ($11::timestamptz is null or (o.created_at, o.id) > ($11::timestamptz, $12::uuid))
                    order by o.created_at, o.id
                    limit $13
                    """;

    @Override
    public Mono<OrderRecord> byId(Transaction tx, String orderId) {
        return tx.first(OrderSql.BY_ID, OrderRows::order, orderId);
    }

    @Override
    public Mono<OrderRecord> byNumber(Transaction tx, String number) {
        return tx.first(OrderSql.BY_NUMBER, OrderRows::order, number);
    }

    @Override
    public Mono<List<OrderRecord>> page(Transaction tx, OrderFilter filter) {
        OrderFilter.Position after = filter.after();
        return tx.all(
                        filter.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST,
                        OrderRows::order,
                        array(filter.states().stream().map(OrderState::name).toList()),
                        array(filter.shopIds()),
                        array(filter.pvzIds()),
                        filter.warehouseId(),
                        filter.createdFrom(),
                        filter.createdTo(),
                        filter.phoneLast4(),
                        filter.q(),
                        filter.q() == null ? null : prefix(filter.q()),
                        filter.phoneIndex(),
                        after == null ? null : after.createdAt(),
                        after == null ? null : after.id(),
                        filter.limit() + 1)
                .collectList();
    }

    @Override
    public Mono<List<HistoryEntry>> history(Transaction tx, String orderId) {
        return tx.all(
                        OrderSql.HISTORY,
                        row -> new HistoryEntry(
                                OrderRows.number(row, "version"),
                                OrderRows.time(row, "at"),
                                OrderRows.text(row, "kind"),
                                state(row.get("from_state", String.class)),
                                OrderState.valueOf(OrderRows.text(row, "to_state")),
                                row.get("reason", String.class),
                                row.get("detail", String.class),
                                OrderRows.text(row, "actor")),
                        orderId)
                .collectList();
    }

    private static String @Nullable [] array(List<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static @Nullable OrderState state(@Nullable String name) {
        return name == null ? null : OrderState.valueOf(name);
    }

    private static String prefix(String q) {
        return q.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
