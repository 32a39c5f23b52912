package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds exact kopecks half up to a step. */
record Rounding(int step) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** Beyond 10^15 kopecks it stays there: no limit of a total is that high, and nothing overflows. */
    long round(BigDecimal exact) {
        BigDecimal unit = BigDecimal.valueOf(step);
        BigDecimal bounded = exact.min(MOST).max(MOST.negate());
        return bounded.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit).longValueExact();
    }
}
