package by.belparcel.pricing.rules;

/** Options of an order that may change its price. */
public record DraftOptions(boolean insurance, boolean ageCheck, boolean idCheck, boolean partialIssue) {

    public static final DraftOptions NONE = new DraftOptions(false, false, false, false);
}
