package by.belparcel.orders.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PricingEvent;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A shop may order at this price until the quote expires. Quotes without the data that an order needs are ignored. */
public final class RecordQuoteOnQuoted implements EventHandler<PricingEvent.Quoted> {

    private final Quotes quotes;

    public RecordQuoteOnQuoted(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public Mono<Handled> on(PricingEvent.Quoted event, EventContext context) {
        String shopId = event.shopId();
        String fingerprint = event.fingerprint();
        var expiresAt = event.expiresAt();
        var lines = event.lines();
        Map<String, Object> facts = event.facts();
        if (shopId == null || fingerprint == null || expiresAt == null || lines == null || facts == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        OrderPrice price = new OrderPrice(
                event.total(),
                event.rulesetVersion(),
                lines.stream()
                        .map(line -> new OrderPrice.Line(line.ruleId(), line.stage(), line.amount(), line.textKey()))
                        .toList(),
                Json.mapper().writeValueAsString(facts));
        Quote quote =
                new Quote(event.quoteId(), shopId, fingerprint, (String) facts.get("promo_code"), price, expiresAt);
        return quotes.record(context.tx(), quote).then(Handled.applied());
    }
}
