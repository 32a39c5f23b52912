package by.belparcel.pickuppoints.model;

import org.jspecify.annotations.Nullable;

/**
 * By what a parcel is called besides its id here.
 *
 * @param externalRef a positive number, unique in the network
 * @param orderId the BelParcel order, absent for parcels that came by the point's own API only
 * @param orderNumber of that order, {@code BP-YYMMDD-NNNNNN-C}
 * @param parcelNo 1-based number within the order
 */
public record ParcelKey(
        @Nullable Long externalRef,
        @Nullable String orderId,
        @Nullable String orderNumber,
        @Nullable Integer parcelNo,
        int parcelsTotal) {

    /** A parcel that is known by a number only. */
    public static ParcelKey alias(long externalRef) {
        return new ParcelKey(externalRef, null, null, null, 1);
    }
}
