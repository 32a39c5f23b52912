package by.belparcel.pricing.rules;

import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of an order that its price depends on. Quote and order of the same draft have the same fingerprint.
 *
 * @param goodsAmount kopecks, absent when nothing is collected
 */
public record OrderDraft(
        String shopId,
        String warehouseId,
        String pvzId,
        List<DraftParcel> parcels,
        ServiceClass service,
        Packaging packaging,
        DraftOptions options,
        PaymentMethod paymentMethod,
        @Nullable Long goodsAmount,
        @Nullable String promoCode) {

    public OrderDraft {
        parcels = List.copyOf(parcels);
    }

    /** The same draft for a shop. */
    public OrderDraft ofShop(String shop) {
        return new OrderDraft(
                shop, warehouseId, pvzId, parcels, service, packaging, options, paymentMethod, goodsAmount, promoCode);
    }

    public int weightG() {
        return parcels.stream().mapToInt(DraftParcel::weightG).sum();
    }

    public long volumeCm3() {
        return parcels.stream().mapToLong(DraftParcel::volumeCm3).sum();
    }

    /**
     * @param distanceKm from warehouse to pick-up point, absent when one of them is unknown
     * @param ordersOfShop orders of the shop in the last 30 days
     */
    public Facts facts(@Nullable Integer distanceKm, long ordersOfShop, Instant at, Map<String, Long> signals) {
        return new Facts(
                null,
                null,
                distanceKm,
                weightG(),
                volumeCm3(),
                service,
                packaging,
                options,
                paymentMethod,
                goodsAmount,
                new ShopFacts(shopId, ordersOfShop),
                at,
                promoCode,
                new TreeMap<>(signals));
    }

    /** SHA-256 (hex) of the canonical draft. Texts are quoted, so no two drafts share one canonical form. */
    public String fingerprint() {
        String canonical = String.join(
                "|",
                "v1",
                quoted(shopId),
                quoted(warehouseId),
                quoted(pvzId),
                parcels.stream().map(DraftParcel::canonical).collect(Collectors.joining(";")),
                service.name(),
                packaging.name(),
                options.insurance() + "," + options.ageCheck() + "," + options.idCheck() + "," + options.partialIssue(),
                paymentMethod.name(),
                String.valueOf(goodsAmount),
                promoCode == null ? "-" : quoted(promoCode));
        return Checksum.ofText(canonical);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
