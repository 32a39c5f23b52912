package by.belparcel.kernel;

/** States of a trip; a reassignment is not one of them (domain delivery.md section 4). */
public enum TripState {
    PLANNED,
    ASSIGNED,
    IN_TRANSIT,
    COMPLETED,
    CANCELLED
}
