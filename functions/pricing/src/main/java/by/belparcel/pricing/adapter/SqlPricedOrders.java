package by.belparcel.pricing.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.application.PricedOrders;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders as pricing knows them, in {@code pricing.orders} and {@code pricing.adjustments}. */
public final class SqlPricedOrders implements PricedOrders {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final int PAGE = 500;

    /** No rule can tell larger numbers apart in earnest, and the count stays cheap. */
    private static final int COUNT_UP_TO = 20_000;

    private static final String COLUMNS =
            "order_id, shop_id, created_at, price, first_price, ruleset_version, quote_id, facts, adjustments";

    @Override
    public Mono<Void> record(Transaction tx, PricedOrder order) {
        return tx.update(
                        """
                        insert into pricing.orders
                            (order_id, shop_id, created_at, price, first_price, ruleset_version, quote_id, facts)
                        values ($1, $2, $3, $4, $4, $5, $6::text, $7)
                        on conflict (order_id) do nothing""",
                        order.orderId(),
                        order.shopId(),
                        Rows.bind(order.createdAt()),
                        order.price(),
                        order.rulesetVersion(),
                        order.quoteId(),
                        order.facts())
                .then();
    }

    @Override
    public Mono<Long> countOfShop(Transaction tx, String shopId, Instant now) {
        return tx.first(
                """
                select count(*) as orders from (
                    select from pricing.orders
                    where shop_id = $1 and created_at > $2 and created_at <= $3 limit $4) recent""",
                row -> Rows.number(row, "orders"),
                shopId,
                Rows.bind(now.minus(WINDOW)),
                Rows.bind(now),
                COUNT_UP_TO);
    }

    @Override
    public Mono<PricedOrder> lock(Transaction tx, String orderId) {
        return tx.first(
                "select " + COLUMNS + " from pricing.orders where order_id = $1 for update",
                SqlPricedOrders::map,
                orderId);
    }

    @Override
    public Mono<Void> adjust(Transaction tx, Adjustment made) {
        return tx.update(
                        """
                        with adjusted as (
                            update pricing.orders set price = $4, adjustments = adjustments + 1 where order_id = $2
                            returning order_id)
                        insert into pricing.adjustments (id, order_id, before, after, reason, made_by, made_at)
                        select $1, order_id, $3, $4, $5, $6, $7 from adjusted""",
                        made.id(),
                        made.orderId(),
                        made.before(),
                        made.after(),
                        made.reason(),
                        made.by(),
                        Rows.bind(made.at()))
                .then();
    }

    @Override
    public Flux<PricedOrder> created(Transaction tx, Instant from, Instant to) {
        return tx.stream(
                "select " + COLUMNS
                        + " from pricing.orders where created_at >= $1 and created_at < $2 order by created_at, order_id",
                PAGE,
                SqlPricedOrders::map,
                Rows.bind(from),
                Rows.bind(to));
    }

    private static PricedOrder map(Readable row) {
        return new PricedOrder(
                Rows.text(row, "order_id"),
                Rows.text(row, "shop_id"),
                Rows.time(row, "created_at"),
                Rows.number(row, "price"),
                Rows.number(row, "first_price"),
                Rows.text(row, "ruleset_version"),
                Rows.optionalText(row, "quote_id"),
                Rows.text(row, "facts"),
                Math.toIntExact(Rows.number(row, "adjustments")));
    }
}
