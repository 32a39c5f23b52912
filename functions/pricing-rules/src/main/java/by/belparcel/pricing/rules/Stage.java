package by.belparcel.pricing.rules;

/** Stages of a price in the order in which they are evaluated (domain orders-and-payments.md section 4). */
public enum Stage {
    BASE,
    SURCHARGE,
    MULTIPLIER,
    DISCOUNT,
    FEE,
    LIMIT
}
