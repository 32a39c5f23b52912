package by.belparcel.orders.model;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.Packaging;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weight and size limits of an order (domain orders-and-payments 1.1 and 1.6). */
public final class ParcelRules {

    /** Heaviest order, in grams. */
    public static final int MAX_TOTAL_G = 50_000;

    private ParcelRules() {}

    /** The first limit that the parcels break at this pick-up point. */
    public static Optional<Rejection> violation(List<Parcel> parcels, Packaging packaging, PickupPoint pvz) {
        return Stream.of(tooHeavy(parcels, pvz), tooLarge(parcels), packagingTooWeak(parcels, packaging))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Rejection> tooHeavy(List<Parcel> parcels, PickupPoint pvz) {
        int total = parcels.stream().mapToInt(Parcel::weightG).sum();
        if (total > MAX_TOTAL_G) {
            return Optional.of(limit("ORDER_TOO_HEAVY", "The order is too heavy, in grams.", MAX_TOTAL_G, total));
        }
        return parcels.stream()
                .filter(parcel -> parcel.weightG() > pvz.maxParcelG())
                .findFirst()
                .map(parcel -> limit(
                                "ORDER_TOO_HEAVY",
                                "A parcel is too heavy for this pick-up point, in grams.",
                                pvz.maxParcelG(),
                                parcel.weightG())
                        .with("parcel_no", parcel.no()));
    }

    private static Optional<Rejection> tooLarge(List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            Dimensions size = parcel.size();
            if (size != null && size.longest() > Dimensions.MAX_SIDE_MM) {
                return Optional.of(
                        limit("ORDER_TOO_LARGE", "A side is too long, in mm.", Dimensions.MAX_SIDE_MM, size.longest())
                                .with("parcel_no", parcel.no()));
            }
            if (size != null && size.sum() > Dimensions.MAX_SUM_MM) {
                return Optional.of(limit(
                                "ORDER_TOO_LARGE",
                                "The three sides add up to too much, in mm.",
                                Dimensions.MAX_SUM_MM,
                                size.sum())
                        .with("parcel_no", parcel.no()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> packagingTooWeak(List<Parcel> parcels, Packaging packaging) {
        return parcels.stream()
                .filter(parcel -> !packaging.carries(parcel.weightG()))
                .findFirst()
                .map(parcel -> limit(
                                "WEIGHT_TOO_HEAVY",
                                "The parcel must weigh less than this packaging carries, in grams.",
                                packaging.weightLimitGrams().orElseThrow(),
                                parcel.weightG())
                        .with("parcel_no", parcel.no())
                        .with("packaging", packaging.name()));
    }

    private static Rejection limit(String code, String detail, int limit, int actual) {
        return Rejection.rule(code, detail).with("limit", limit).with("actual", actual);
    }
}
