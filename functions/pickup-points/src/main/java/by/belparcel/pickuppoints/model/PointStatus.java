package by.belparcel.pickuppoints.model;

/** Whether a pick-up point works. */
public enum PointStatus {
    OPEN,
    SUSPENDED,
    CLOSED
}
