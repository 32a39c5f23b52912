package by.belparcel.orders.application;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Prices by the published rules. */
public interface PriceBook {

    /** @param rulesetVersion the set in force, absent = the built-in one */
    Mono<Outcome<OrderPrice>> price(Transaction tx, @Nullable String rulesetVersion, Priceable order, Instant now);

    /** Equal for a quote and an order whose price-relevant fields are equal. */
    String fingerprint(Priceable order, @Nullable String promoCode);
}
