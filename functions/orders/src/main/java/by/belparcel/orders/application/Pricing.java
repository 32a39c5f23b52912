package by.belparcel.orders.application;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The price of an order: the one that was quoted, otherwise by the rule set in force. */
public final class Pricing {

    /** A quote of this age or younger may still be on its way here. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofMillis(50);

    private final PriceBook book;
    private final Quotes quotes;
    private final Duration patience;

    public Pricing(PriceBook book, Quotes quotes, Duration patience) {
        this.book = book;
        this.quotes = quotes;
        this.patience = patience;
    }

    Mono<Outcome<OrderPrice>> price(Transaction tx, @Nullable String rulesetVersion, Priceable order, Instant now) {
        String quoteId = order.order().quoteId();
        return quoteId == null ? book.price(tx, rulesetVersion, order, now) : quoted(tx, quoteId, order, now);
    }

    private Mono<Outcome<OrderPrice>> quoted(Transaction tx, String quoteId, Priceable order, Instant now) {
        boolean mayComeYet = QuoteAge.issuedAt(quoteId)
                .filter(issued -> issued.isAfter(now.minus(ON_ITS_WAY)) && issued.isBefore(now.plus(CLOCKS_DIFFER)))
                .isPresent();
        return (mayComeYet ? awaited(tx, quoteId) : quotes.find(tx, quoteId))
                .map(quote -> take(quote, order, now))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(mayComeYet ? notReady() : unknown())));
    }

    private Mono<Quote> awaited(Transaction tx, String quoteId) {
        long polls = Math.max(1, patience.dividedBy(POLL));
        return quotes.find(tx, quoteId)
                .repeatWhenEmpty(
                        Math.toIntExact(polls + 1), misses -> misses.take(polls).delayElements(POLL));
    }

    private Outcome<OrderPrice> take(Quote quote, Priceable order, Instant now) {
        if (!quote.shopId().equals(order.shopId())) {
            return Outcome.refused(unknown());
        }
        if (!now.isBefore(quote.expiresAt())) {
            return Outcome.refused(Rejection.rule("QUOTE_EXPIRED", "The quote has expired; ask for a new one.")
                    .with("expired_at", quote.expiresAt().toString()));
        }
        if (!quote.fingerprint().equals(book.fingerprint(order, quote.promoCode()))) {
            return Outcome.refused(Rejection.rule("QUOTE_MISMATCH", "The order differs from what was quoted."));
        }
        return Outcome.ok(quote.price());
    }

    private static Rejection unknown() {
        return Rejection.notFound("QUOTE");
    }

    private static Rejection notReady() {
        return Rejection.of(
                Rejection.Kind.UNAVAILABLE, "QUOTE_NOT_READY", "The quote has not arrived here yet; try again.");
    }
}
