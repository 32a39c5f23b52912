package by.belparcel.kernel;

/** States of an alert (domain delivery.md section 7). */
public enum AlertState {
    OPEN,
    ACKED,
    SNOOZED,
    RESOLVED
}
