package by.belparcel.references.model;

/** Whether a pick-up point takes parcels (domain pickup-points section 1). */
public enum PvzStatus {
    OPEN,
    SUSPENDED,
    CLOSED
}
