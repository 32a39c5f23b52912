package by.belparcel.events;

import by.belparcel.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of an order as events carry it: weight in grams, sides in mm (absent when not given).
 *
 * @param no 1-based number within the order
 */
public record ParcelLine(
        int no,
        int weightG,
        @Nullable Integer l,
        @Nullable Integer w,
        @Nullable Integer h,
        @Nullable Money declared) {}
