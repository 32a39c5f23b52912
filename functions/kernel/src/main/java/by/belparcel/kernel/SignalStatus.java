package by.belparcel.kernel;

/** How fresh the position of a trip is (domain delivery.md section 6). */
public enum SignalStatus {
    LIVE,
    STALE,
    LOST,
    ENDED
}
