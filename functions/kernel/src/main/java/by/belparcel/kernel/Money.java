package by.belparcel.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in kopecks (domain README 4.2). Only BYN in v1.
 *
 * @param amount kopecks, never negative
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) implements Comparable<Money> {

    public static final String BYN = "BYN";

    /** Largest amount of any field: 10 000 000.00 BYN. */
    public static final long MAX = 1_000_000_000L;

    public static final Money ZERO = byn(0);

    public Money {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("amount must be from 0 to " + MAX);
        }
        if (!currency.equals(BYN)) {
            throw new IllegalArgumentException("only BYN");
        }
    }

    public static Money byn(long kopecks) {
        return new Money(kopecks, BYN);
    }

    public Money plus(Money other) {
        return byn(Math.addExact(amount, other.amount));
    }

    /** @throws IllegalArgumentException when other is more than this */
    public Money minus(Money other) {
        return byn(amount - other.amount);
    }

    /** Multiplies by an exact decimal and rounds half up to a kopeck. */
    public Money times(BigDecimal factor) {
        return byn(factor.multiply(BigDecimal.valueOf(amount))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(amount, 2).toPlainString() + " " + currency;
    }
}
