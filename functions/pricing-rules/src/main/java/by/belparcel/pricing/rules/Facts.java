package by.belparcel.pricing.rules;

import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a price depends on. It is stored with each quote and order: evaluated again with the same rule set it
 * gives the same price. Weights in grams, volumes in cm³, distances in km, money in kopecks.
 *
 * @param zoneTo zone of the destination; absent = the rule set derives it from the distance
 * @param distanceKm absent when a place is unknown
 * @param at moment of the calculation; rules see its time in Minsk
 * @param signals measured values such as {@code pvz_fill_percent}; only those that were known
 */
public record Facts(
        @Nullable String zoneFrom,
        @Nullable String zoneTo,
        @Nullable Integer distanceKm,
        int weightG,
        long volumeCm3,
        ServiceClass service,
        Packaging packaging,
        DraftOptions options,
        PaymentMethod paymentMethod,
        @Nullable Long goodsAmount,
        ShopFacts shop,
        Instant at,
        @Nullable String promoCode,
        SortedMap<String, Long> signals) {

    public static final List<String> SIGNALS = List.of("pvz_fill_percent", "open_batches", "late_rate");

    public Facts {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
    }

    /** Volumetric weight in grams: cm³ / 5, rounded up. */
    public long volumetricWeightG() {
        return (volumeCm3 + 4) / 5;
    }

    Facts toZone(@Nullable String zone) {
        return new Facts(
                zoneFrom,
                zone,
                distanceKm,
                weightG,
                volumeCm3,
                service,
                packaging,
                options,
                paymentMethod,
                goodsAmount,
                shop,
                at,
                promoCode,
                signals);
    }

    /** The value of a field of {@link FactField}, null when it is not known. */
    @Nullable
    FactValue value(String field) {
        return switch (field) {
            case "zone", "zone_to" -> text(zoneTo);
            case "zone_from" -> text(zoneFrom);
            case "distance_km" -> distanceKm == null ? null : FactValue.of((long) distanceKm);
            case "weight_g" -> FactValue.of((long) weightG);
            case "volume_cm3" -> FactValue.of(volumeCm3);
            case "volumetric_weight_g" -> FactValue.of(volumetricWeightG());
            case "service" -> FactValue.of(service.name());
            case "packaging" -> FactValue.of(packaging.name());
            case "payment_method" -> FactValue.of(paymentMethod.name());
            case "goods_amount" -> goodsAmount == null ? null : FactValue.of((long) goodsAmount);
            case "promo_code" -> text(promoCode);
            case "shop.id" -> text(shop.id());
            case "shop.orders_30d" -> FactValue.of(shop.orders30d());
            case "options.insurance" -> FactValue.of(options.insurance());
            case "options.age_check" -> FactValue.of(options.ageCheck());
            case "options.id_check" -> FactValue.of(options.idCheck());
            case "options.partial_issue" -> FactValue.of(options.partialIssue());
            case "local_time" -> FactValue.of(local().toLocalTime());
            case "date" -> FactValue.of(local().toLocalDate());
            case "weekday" ->
                FactValue.of(FactField.WEEKDAYS.get(local().getDayOfWeek().getValue() - 1));
            default -> signal(field);
        };
    }

    private @Nullable FactValue signal(String field) {
        Map<String, Long> known = signals;
        Long value = field.startsWith("signal.") ? known.get(field.substring("signal.".length())) : null;
        return value == null ? null : FactValue.of((long) value);
    }

    private ZonedDateTime local() {
        return at.atZone(Numbers.MINSK);
    }

    private static @Nullable FactValue text(@Nullable String text) {
        return text == null ? null : FactValue.of(text);
    }
}
