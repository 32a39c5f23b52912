package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PricingEvent;
import by.belparcel.events.QuotedLine;
import by.belparcel.kernel.Money;
import by.belparcel.pricing.model.StoredRuleSet;
import by.belparcel.pricing.rules.Evaluator;
import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.OrderDraft;
import by.belparcel.pricing.rules.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** Offers a price for a draft of an order and holds it for a while. Everything that went into it is kept. */
public final class QuotePrice implements CommandHandler<OrderDraft, QuoteView> {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final RuleSets ruleSets;
    private final CompiledRuleSets compiled;
    private final Places places;
    private final PricedOrders orders;
    private final Quotes quotes;
    private final Duration life;

    /** @param life how long an offer holds */
    public QuotePrice(
            RuleSets ruleSets,
            CompiledRuleSets compiled,
            Places places,
            PricedOrders orders,
            Quotes quotes,
            Duration life) {
        this.ruleSets = ruleSets;
        this.compiled = compiled;
        this.places = places;
        this.orders = orders;
        this.quotes = quotes;
        this.life = life;
    }

    public static OrderDraft read(Input body, RequestParameters parameters) {
        return DraftReader.read(body);
    }

    @Override
    public Mono<Outcome<QuoteView>> handle(OrderDraft asked, CommandContext context) {
        Optional<String> shop = shop(asked, context);
        if (shop.isEmpty()) {
            return refused(Rejection.invalid(
                    FieldError.of("/shop_id", "REQUIRED", "is required unless the token names the shop")));
        }
        OrderDraft draft = asked.ofShop(shop.get());
        Optional<Rejection> refusal =
                context.denied(Map.of("shop_id", draft.shopId()), "SHOP").or(() -> DraftRules.refusal(draft));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return places.known(context.tx(), draft.warehouseId(), draft.pvzId())
                .flatMap(known -> unknownPlace(known)
                        .map(QuotePrice::refused)
                        .orElseGet(() -> price(draft, known.distanceKm().orElse(null), context)));
    }

    private static Optional<String> shop(OrderDraft asked, CommandContext context) {
        return asked.shopId().isEmpty()
                ? Optional.ofNullable(context.principal().claim("shop_id"))
                : Optional.of(asked.shopId());
    }

    private static Optional<Rejection> unknownPlace(Places.Known known) {
        return known.warehouse() == null
                ? Optional.of(Rejection.notFound("WAREHOUSE"))
                : known.pvz() == null ? Optional.of(Rejection.notFound("PVZ")) : Optional.empty();
    }

    private Mono<Outcome<QuoteView>> price(OrderDraft draft, @Nullable Integer km, CommandContext context) {
        Instant now = context.now().truncatedTo(ChronoUnit.MILLIS);
        return orders.countOfShop(context.tx(), draft.shopId(), now)
                .zipWhen(count -> ruleSets.inForce(context.tx(), null))
                .flatMap(found -> offer(draft, draft.facts(km, found.getT1(), now, Map.of()), found.getT2(), context))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No rule set is active")));
    }

    private Mono<Outcome<QuoteView>> offer(OrderDraft draft, Facts facts, StoredRuleSet set, CommandContext context) {
        return switch (Evaluator.price(compiled.of(set), facts)) {
            case Outcome.Refused<Price>(var rejection, boolean _) -> refused(rejection);
            case Outcome.Success<Price>(int _, Price price, var _, long _)
            when price != null -> {
                Quote quote = new Quote(
                        context.newId(),
                        draft.shopId(),
                        draft.fingerprint(),
                        price,
                        facts,
                        facts.at(),
                        facts.at().plus(life));
                context.emit(announced(quote), 1);
                yield quotes.add(context.tx(), quote)
                        .thenReturn(Outcome.created(QuoteView.of(quote), "/pricing/quotes/" + quote.id(), 0));
            }
            case Outcome.Success<Price> _ -> throw new IllegalStateException("The evaluator answers a price");
        };
    }

    private static PricingEvent.Quoted announced(Quote quote) {
        return new PricingEvent.Quoted(
                quote.id(),
                Money.byn(quote.price().total()),
                quote.price().rulesetVersion(),
                quote.shopId(),
                quote.fingerprint(),
                quote.expiresAt(),
                quote.price().lines().stream()
                        .map(line -> new QuotedLine(line.ruleId(), line.stage().name(), line.amount(), line.textKey()))
                        .toList(),
                Json.mapper().convertValue(quote.facts(), MAP),
                quote.createdAt());
    }

    private static Mono<Outcome<QuoteView>> refused(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }
}
