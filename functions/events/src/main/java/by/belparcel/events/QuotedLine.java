package by.belparcel.events;

/** One line of a quoted price: the rule that made it and its amount in kopecks, negative for discounts. */
public record QuotedLine(String ruleId, String stage, long amount, String textKey) {}
