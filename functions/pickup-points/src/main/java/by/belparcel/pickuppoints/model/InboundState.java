package by.belparcel.pickuppoints.model;

/** Where a batch is, seen from the point that it goes to. */
public enum InboundState {
    ANNOUNCED,
    ON_ITS_WAY,
    DELIVERED,
    PARTIALLY_RECEIVED,
    RECEIVED,
    /** Its children carry on. */
    SPLIT;

    /** Whether its parcels are known to come or to have come, and not all of them were counted. */
    public boolean brings() {
        return this == ON_ITS_WAY || this == DELIVERED || this == PARTIALLY_RECEIVED;
    }

    /** Whether the point may count it. */
    public boolean receivable() {
        return this == DELIVERED || this == PARTIALLY_RECEIVED;
    }
}
