package by.belparcel.orders.model;

import by.belparcel.kernel.Dimensions;
import by.belparcel.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of an order.
 *
 * @param no number within the order, from 1
 * @param weightG grams, 1 to 50 000
 * @param size absent when the shop did not measure it
 * @param contains what is inside, up to 200 characters
 */
public record Parcel(
        int no,
        int weightG,
        @Nullable Dimensions size,
        @Nullable Money declaredValue,
        boolean fragile,
        @Nullable String contains) {

    /** Volume in cm³, the default volume when the size is not known. */
    public long volumeCm3() {
        return size == null ? Dimensions.DEFAULT_VOLUME_CM3 : size.volumeCm3();
    }
}
