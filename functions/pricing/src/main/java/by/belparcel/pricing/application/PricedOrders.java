package by.belparcel.pricing.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What pricing knows of orders. */
public interface PricedOrders {

    /** Recording an order twice changes nothing. */
    Mono<Void> record(Transaction tx, PricedOrder order);

    /** Orders of the shop in the 30 days before. */
    Mono<Long> countOfShop(Transaction tx, String shopId, Instant now);

    Mono<PricedOrder> lock(Transaction tx, String orderId);

    Mono<Void> adjust(Transaction tx, Adjustment adjustment);

    /** Orders created from (inclusive) to (exclusive), streamed. */
    Flux<PricedOrder> created(Transaction tx, Instant from, Instant to);

    /** @param facts JSON of the facts; prices in kopecks */
    record PricedOrder(
            String orderId,
            String shopId,
            Instant createdAt,
            long price,
            long firstPrice,
            String rulesetVersion,
            @Nullable String quoteId,
            String facts,
            int adjustments) {}

    /** A price changed by a person; prices in kopecks. */
    record Adjustment(String id, String orderId, long before, long after, String reason, String by, Instant at) {}
}
