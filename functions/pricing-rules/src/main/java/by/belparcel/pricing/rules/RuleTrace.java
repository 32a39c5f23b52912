package by.belparcel.pricing.rules;

/** What one rule did to a price: it did not match, lost against another rule or counted. */
public record RuleTrace(String ruleId, Stage stage, Verdict verdict) {

    /** What became of the rule. */
    public enum Verdict {
        NOT_MATCHED,
        /** Another rule set the base price. */
        BASE_TAKEN,
        /** A rule of the same exclusive group is better for the payer. */
        EXCLUDED,
        USED
    }
}
