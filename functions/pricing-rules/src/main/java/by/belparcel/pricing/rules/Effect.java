package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule does to the price; amounts in kopecks. */
sealed interface Effect {

    /** The base price. */
    record Base(long amount) implements Effect {}

    record Add(long amount) implements Effect {}

    /** {@code amount} for each {@code unit} (begun or full) of the field above {@code over}. */
    record AddPer(String field, long over, long unit, boolean ceil, long amount) implements Effect {}

    /** An amount per value of a text field; nothing for a value that is not listed. */
    record AddTable(String field, Map<String, Long> table) implements Effect {

        public AddTable {
            table = Map.copyOf(table);
        }
    }

    /** @param max the most that the product of the stage may become by this rule, absent without cap */
    record Multiply(BigDecimal factor, @Nullable BigDecimal max) implements Effect {}

    /** Percent of the price at the begin of the stage. */
    record Percent(BigDecimal percent) implements Effect {}

    record Clamp(@Nullable Long atLeast, @Nullable Long atMost) implements Effect {}
}
