package by.belparcel.pricing.rules;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a rule set.
 *
 * @param order priority inside the stage, lower first; equal orders go by id
 * @param exclusiveGroup of the matching rules of one stage and group only the best for the payer counts
 */
record Rule(
        String id,
        Stage stage,
        int order,
        Condition when,
        Effect effect,
        @Nullable String exclusiveGroup,
        String textKey) {

    static final Comparator<Rule> EVALUATION_ORDER =
            Comparator.comparing(Rule::stage).thenComparingInt(Rule::order).thenComparing(Rule::id);
}
