package by.belparcel.payments.model;

import by.belparcel.kernel.Money;

/**
 * A parcel that the client does not keep.
 *
 * @param parcelNo 1-based number within the order
 * @param parcels number of parcels of the order
 * @param reason CLIENT_RETURN after it was issued, RETURNED_TO_COURIER when it never was
 */
public record Comeback(int parcelNo, int parcels, RefundReason reason) {

    /** @throws IllegalArgumentException when the order cannot have such a parcel */
    public Comeback {
        if (parcelNo < 1 || parcelNo > parcels) {
            throw new IllegalArgumentException("parcel " + parcelNo + " of " + parcels);
        }
    }

    /**
     * The parcel's part of the price of the goods. The price is one for the whole order, so every parcel has an equal part; the
     * parts differ by a kopeck at most and sum to the price, whichever parcels come back and in whatever order.
     */
    Money partOf(Money goods) {
        return Money.byn(upTo(parcelNo, goods) - upTo(parcelNo - 1, goods));
    }

    private long upTo(int parcel, Money goods) {
        return Math.floorDiv(goods.amount() * parcel, parcels);
    }
}
