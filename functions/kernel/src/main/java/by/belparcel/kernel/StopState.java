package by.belparcel.kernel;

/** States of a stop (domain delivery.md section 4). */
public enum StopState {
    PENDING,
    ARRIVED,
    DONE,
    SKIPPED,
    FAILED
}
