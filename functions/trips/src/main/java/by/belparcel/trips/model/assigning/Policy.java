package by.belparcel.trips.model.assigning;

/** What an automatic trigger may do. */
public enum Policy {
    OFF,
    /** Tell the operator, do nothing. */
    SUGGEST,
    AUTO
}
