package by.belparcel.pricing.model;

import java.math.BigInteger;

/** How far a person may change a price: half of the first price up or down, further only for an admin. */
public final class AdjustmentLimit {

    private static final BigInteger TWO = BigInteger.TWO;

    private AdjustmentLimit() {}

    /** Amounts in kopecks; the first price counts, so that small steps do not add up to a large one. */
    public static boolean permits(long first, long wanted, boolean unlimited) {
        BigInteger change =
                BigInteger.valueOf(wanted).subtract(BigInteger.valueOf(first)).abs();
        return unlimited || change.multiply(TWO).compareTo(BigInteger.valueOf(first)) <= 0;
    }
}
