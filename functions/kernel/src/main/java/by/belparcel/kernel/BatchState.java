package by.belparcel.kernel;

/** States of a batch (domain delivery.md section 3). */
public enum BatchState {
    OPEN,
    CLOSED,
    PLANNED,
    PICKED_UP,
    DELIVERED,
    RECEIVED,
    PARTIALLY_RECEIVED,
    RECONCILED,
    RECEIVED_AT_HUB,
    DISBANDED,
    SPLIT,
    CANCELLED
}
