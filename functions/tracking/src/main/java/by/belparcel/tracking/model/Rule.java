package by.belparcel.tracking.model;

/** Why a position was not taken, in the order of the filter (domain delivery.md section 6). */
public enum Rule {
    INVALID_FIX,
    CARRIER_INACTIVE,
    DUPLICATE,
    NOT_IN_TRANSIT,
    FUTURE,
    TOO_OLD,
    RATE_LIMITED,
    LOW_ACCURACY,
    TELEPORT;

    /** Whether support wants to see it: the others are ordinary, or private. */
    public boolean isKept() {
        return this != DUPLICATE && this != NOT_IN_TRANSIT && this != RATE_LIMITED;
    }
}
