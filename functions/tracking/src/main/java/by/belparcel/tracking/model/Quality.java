package by.belparcel.tracking.model;

/** LOW is shown hollow: nothing better came for a while. */
public enum Quality {
    HIGH,
    LOW
}
