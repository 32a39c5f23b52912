package by.belparcel.orders.model;

/** How far an order went with one batch (domain delivery.md section 3). */
public enum Membership {
    /** Waits in the batch. */
    IN,
    PICKED_UP,
    /** The batch went without it; it waits until batching takes it out. */
    LEFT_BEHIND,
    /** Came to a hub with the batch, which is not opened yet. */
    AT_HUB,
    /** The batch no longer holds it. */
    OUT;

    boolean waits() {
        return this == IN || this == LEFT_BEHIND;
    }
}
