package by.belparcel.kernel;

import java.util.OptionalInt;

/** What a parcel is packed in, with the weight up to which it may be used. */
public enum Packaging {
    NONE(Integer.MAX_VALUE),
    BAG(10_000),
    BOX(30_000),
    FILM(Integer.MAX_VALUE),
    BAG_FILM(10_000),
    BOX_FILM(30_000);

    private final int belowGrams;

    Packaging(int belowGrams) {
        this.belowGrams = belowGrams;
    }

    /** Parcels must weigh less than this many grams; empty where there is no limit. */
    public OptionalInt weightLimitGrams() {
        return belowGrams == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(belowGrams);
    }

    public boolean carries(int weightGrams) {
        return weightGrams < belowGrams;
    }
}
