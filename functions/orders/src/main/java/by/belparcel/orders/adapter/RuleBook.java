package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.Money;
import by.belparcel.orders.application.OrderPrice;
import by.belparcel.orders.application.PlaceOrder;
import by.belparcel.orders.application.PriceBook;
import by.belparcel.orders.application.Priceable;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.Parcel;
import by.belparcel.pricing.rules.Distance;
import by.belparcel.pricing.rules.DraftOptions;
import by.belparcel.pricing.rules.DraftParcel;
import by.belparcel.pricing.rules.Evaluator;
import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.OrderDraft;
import by.belparcel.pricing.rules.Price;
import by.belparcel.pricing.rules.RuleSet;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Prices with the evaluator that pricing publishes, so that quote and order come to the same amount. */
public final class RuleBook implements PriceBook {

    private final RuleSets ruleSets = new RuleSets();
    private final ShopVolumes volumes = new ShopVolumes();

    @Override
    public Mono<Outcome<OrderPrice>> price(
            Transaction tx, @Nullable String rulesetVersion, Priceable order, Instant now) {
        return ruleSets.find(tx, rulesetVersion)
                .flatMap(set ->
                        volumes.last30Days(tx, order.shopId(), now).map(orders -> evaluate(set, order, orders, now)));
    }

    @Override
    public String fingerprint(Priceable order, @Nullable String promoCode) {
        return draft(order, promoCode).fingerprint();
    }

    private static Outcome<OrderPrice> evaluate(RuleSet set, Priceable order, long ordersOfShop, Instant now) {
        int km = Distance.km(
                order.from().lat(),
                order.from().lng(),
                order.to().lat(),
                order.to().lng());
        Facts facts = draft(order, null).facts(km, ordersOfShop, now, Map.of());
        return switch (Evaluator.price(set, facts)) {
            case Outcome.Refused<Price>(Rejection rejection, boolean _) -> Outcome.refused(rejection);
            case Outcome.Success<Price> success -> Outcome.ok(priced(Objects.requireNonNull(success.body()), facts));
        };
    }

    private static OrderPrice priced(Price price, Facts facts) {
        return new OrderPrice(
                Money.byn(price.total()),
                price.rulesetVersion(),
                price.lines().stream()
                        .map(line ->
                                new OrderPrice.Line(line.ruleId(), line.stage().name(), line.amount(), line.textKey()))
                        .toList(),
                Json.mapper().writeValueAsString(facts));
    }

    private static OrderDraft draft(Priceable priceable, @Nullable String promoCode) {
        PlaceOrder order = priceable.order();
        Options options = order.options();
        Money goods = order.goodsAmount();
        return new OrderDraft(
                priceable.shopId(),
                order.warehouseId(),
                order.pvzId(),
                order.parcels().stream().map(RuleBook::parcel).toList(),
                options.service(),
                options.packaging(),
                new DraftOptions(options.insurance(), options.ageCheck(), options.idCheck(), options.partialIssue()),
                order.paymentMethod(),
                goods == null ? null : goods.amount(),
                promoCode);
    }

    private static DraftParcel parcel(Parcel parcel) {
        Dimensions size = parcel.size();
        Money declared = parcel.declaredValue();
        return new DraftParcel(
                parcel.weightG(),
                size == null ? null : size.l(),
                size == null ? null : size.w(),
                size == null ? null : size.h(),
                declared == null ? 0 : declared.amount());
    }
}
