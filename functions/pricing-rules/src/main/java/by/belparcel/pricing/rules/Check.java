package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a condition asks of one field. A field that is not known passes only {@code exists: false}. */
sealed interface Check {

    boolean passes(@Nullable FactValue value);

    /** {@code eq}, {@code in}. */
    record OneOf(Set<FactValue> values) implements Check {

        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean passes(@Nullable FactValue value) {
            return value != null && values.contains(value);
        }
    }

    /** {@code ne}. */
    record NoneOf(Set<FactValue> values) implements Check {

        public NoneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean passes(@Nullable FactValue value) {
            return value != null && !values.contains(value);
        }
    }

    /** {@code gt, gte, lt, lte, between}. A time range whose end is before its start spans midnight. */
    record Within(
            @Nullable BigDecimal low,
            boolean lowOpen,
            @Nullable BigDecimal high,
            boolean highOpen) implements Check {

        @Override
        public boolean passes(@Nullable FactValue value) {
            if (!(value instanceof FactValue.Quantity(BigDecimal number))) {
                return false;
            }
            boolean above = low == null || number.compareTo(low) >= (lowOpen ? 1 : 0);
            boolean below = high == null || number.compareTo(high) <= (highOpen ? -1 : 0);
            return wraps() ? above || below : above && below;
        }

        boolean wraps() {
            return low != null && high != null && low.compareTo(high) > 0;
        }
    }

    /** {@code exists}. */
    record Exists(boolean wanted) implements Check {

        @Override
        public boolean passes(@Nullable FactValue value) {
            return wanted == (value != null);
        }
    }
}
