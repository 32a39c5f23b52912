package by.belparcel.batching.model;

/** Whether a place takes part in delivery. */
public enum PlaceStatus {
    OPEN,
    SUSPENDED,
    CLOSED
}
