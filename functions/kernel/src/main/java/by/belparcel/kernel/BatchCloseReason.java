package by.belparcel.kernel;

/** Why a batch was closed, or frozen (domain delivery.md section 3). */
public enum BatchCloseReason {
    SIZE,
    WEIGHT,
    VOLUME,
    AGE,
    CUTOFF,
    MANUAL,
    DEST_SUSPENDED
}
