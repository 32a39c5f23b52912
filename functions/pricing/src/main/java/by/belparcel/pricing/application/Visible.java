package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.QueryContext;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Looks up what the caller may see. */
final class Visible {

    private Visible() {}

    /** Empty when there is none or it belongs to another shop. */
    static Mono<Quote> quote(Quotes quotes, QueryContext context) {
        return quotes.find(context.tx(), context.parameters().variable("id"))
                .filter(quote -> context.denied(Map.of("shop_id", quote.shopId()), "QUOTE")
                        .isEmpty());
    }
}
