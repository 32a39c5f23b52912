package by.belparcel.kernel;

/** States of a parcel at a pick-up point (domain pickup-points.md 2.1). */
public enum PvzOrderState {
    EXPECTED,
    ACCEPTED,
    OVERDUE,
    REFUSED,
    ISSUED,
    RETURNED_BY_CLIENT,
    RETURNED_TO_COURIER
}
