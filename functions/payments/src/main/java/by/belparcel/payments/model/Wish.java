package by.belparcel.payments.model;

/** What the business wants of a payment beyond its present state; remembered until it is done or pointless. */
public enum Wish {
    /** The order is confirmed: take the money. */
    CAPTURE,
    /** The authorisation ran out before the capture: authorise once more. */
    RENEW,
    /** The order is cancelled: neither reserved nor taken money may remain. */
    CANCEL,
    /** We declined without an answer: whatever the provider reserved must be let go. */
    RELEASE
}
