package by.belparcel.pricing.model;

/** Life of a rule set: DRAFT, VALIDATED, PUBLISHED, ACTIVE, RETIRED. From PUBLISHED on it is immutable. */
public enum RuleSetState {
    DRAFT,
    VALIDATED,
    PUBLISHED,
    ACTIVE,
    RETIRED
}
