package by.belparcel.orders.adapter;

import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Number of a shop's orders in the last 30 days, as a fact for prices. Counted at most once in ten minutes per shop and
 * process: the recorded fact explains the price, so it need not be up to the second.
 */
final class ShopVolumes {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MAX_SHOPS = 10_000;

    private static final String COUNT = """
            select count(*) as orders
            from orders.orders
            where shop_id = $1::uuid and created_at > $2::timestamptz - interval '30 days'
            """;

    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    private record Counted(long orders, Instant at) {}

    Mono<Long> last30Days(Transaction tx, String shopId, Instant now) {
        Counted known = counted.get(shopId);
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return Mono.just(known.orders());
        }
        return tx.first(COUNT, row -> OrderRows.number(row, "orders"), shopId, now)
                .doOnNext(orders -> remember(shopId, new Counted(orders, now)));
    }

    private void remember(String shopId, Counted count) {
        if (counted.size() >= MAX_SHOPS) {
            counted.clear();
        }
        counted.put(shopId, count);
    }
}
