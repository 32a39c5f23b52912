package by.belparcel.pricing.rules;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;

/**
 * Computes prices: stage by stage, inside a stage by order and id, in integer kopecks. The same rule set and facts give the
 * same bytes on every machine and at every time; nothing but its arguments is read.
 */
public final class Evaluator {

    static final String NO_BASE_PRICE = "NO_BASE_PRICE";

    private Evaluator() {}

    /** The price, or 422 NO_BASE_PRICE. */
    public static Outcome<Price> price(RuleSet set, Facts facts) {
        return evaluate(set, facts).outcome();
    }

    /** The price and what every rule did. */
    public static Evaluation evaluate(RuleSet set, Facts facts) {
        Calculation calculation = new Calculation(set, set.zoned(facts));
        if (!calculation.base()) {
            return new Evaluation(
                    Outcome.refused(Rejection.rule(NO_BASE_PRICE, "No base price applies to this order.")
                            .with("ruleset_version", set.version())),
                    calculation.trace());
        }
        calculation.additions(Stage.SURCHARGE);
        calculation.multipliers();
        calculation.additions(Stage.DISCOUNT);
        calculation.additions(Stage.FEE);
        calculation.limits();
        List<PriceLine> lines = calculation.lines();
        return new Evaluation(Outcome.ok(new Price(set.version(), calculation.total(), lines)), calculation.trace());
    }
}
