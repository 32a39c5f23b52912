package by.belparcel.kernel;

/** What the driver says about himself; is_active belongs to the administrator, the signal to tracking (domain delivery.md section 2). */
public enum Availability {
    OFFLINE,
    ONLINE,
    BREAK,
    ON_TRIP
}
