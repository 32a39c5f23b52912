package by.belparcel.pricing.rules;

import by.belparcel.kernel.Dimensions;
import org.jspecify.annotations.Nullable;

/** One parcel of an order draft: weight in grams, sides in mm (all or none), declared value in kopecks. */
public record DraftParcel(
        int weightG,
        @Nullable Integer l,
        @Nullable Integer w,
        @Nullable Integer h,
        long declared) {

    /** Volume in cm³; the default volume when the sides are not known. */
    public long volumeCm3() {
        return l == null || w == null || h == null
                ? Dimensions.DEFAULT_VOLUME_CM3
                : new Dimensions(l, w, h).volumeCm3();
    }

    String canonical() {
        return weightG + "," + l + "," + w + "," + h + "," + declared;
    }
}
