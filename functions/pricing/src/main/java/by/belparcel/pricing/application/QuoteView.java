package by.belparcel.pricing.application;

import by.belparcel.kernel.Money;
import by.belparcel.pricing.rules.PriceLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A quote as a shop sees it. Signals are the measured values that went into the price. */
public record QuoteView(
        String id,
        String shopId,
        Money total,
        List<PriceLine> lines,
        String rulesetVersion,
        Map<String, Long> signals,
        Instant expiresAt) {

    static QuoteView of(Quote quote) {
        return new QuoteView(
                quote.id(),
                quote.shopId(),
                Money.byn(quote.price().total()),
                quote.price().lines(),
                quote.price().rulesetVersion(),
                quote.facts().signals(),
                quote.expiresAt());
    }
}
