package by.belparcel.pickuppoints.application;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.model.Checks;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Leaving;
import by.belparcel.pickuppoints.model.Origin;
import by.belparcel.pickuppoints.model.PackageTable;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import by.belparcel.pickuppoints.model.ParcelSource;
import by.belparcel.pickuppoints.model.Storage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a parcel before it comes (order.batched).
 *
 * @param no 1-based number within the order
 * @param total how many parcels the order has
 * @param orderPrice of the whole order
 */
public record AnnouncedParcel(
        String orderId,
        String number,
        String pvzId,
        @Nullable String clientRef,
        @Nullable PaymentMethod paymentMethod,
        Money orderPrice,
        int no,
        int total,
        int weightG,
        Packaging packaging,
        Checks checks) {

    /** The parcel as the point expects it. */
    public Parcel expected(String id, @Nullable String batchId, PackageTable packages, Instant now) {
        return new Parcel(
                id,
                new ParcelKey(null, orderId, number, no, total),
                clientRef,
                pvzId,
                PvzOrderState.EXPECTED,
                1,
                new Goods(packaging, weightG, share(), surcharge(packages), paymentMethod),
                checks,
                Storage.NOWHERE,
                Leaving.NOT_YET,
                new Origin(ParcelSource.BATCH, batchId, null),
                now,
                now);
    }

    /** Equal parts of the order's price; the first parcel bears what does not divide. A parcel costs at least a kopeck. */
    private Money share() {
        long part = orderPrice.amount() / total;
        long own = no == 1 ? orderPrice.amount() - part * (total - 1) : part;
        return Money.byn(Math.max(1, own));
    }

    private Money surcharge(PackageTable packages) {
        return packages.terms(packaging).map(PackageTable.Terms::surcharge).orElse(Money.ZERO);
    }
}
