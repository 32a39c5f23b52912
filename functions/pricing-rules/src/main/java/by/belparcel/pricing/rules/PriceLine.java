package by.belparcel.pricing.rules;

/**
 * One line of a price.
 *
 * @param ruleId rule that made it; {@code rounding} and {@code limit} are made by the rule set itself
 * @param amount kopecks, negative for discounts
 * @param textKey key of the text shown to people
 */
public record PriceLine(String ruleId, Stage stage, long amount, String textKey) {}
