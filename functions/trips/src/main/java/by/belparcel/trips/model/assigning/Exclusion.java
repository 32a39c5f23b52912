package by.belparcel.trips.model.assigning;

/** Why a carrier is not considered (domain delivery.md section 5), in the order in which the reasons are told. */
public enum Exclusion {
    /** Never let to work. */
    INACTIVE(false),
    /** Stopped by an administrator. */
    DEACTIVATED(false),
    /** Has the trip already, or it is being taken from it. */
    SAME_CARRIER(false),
    /** Has another trip. */
    ALREADY_ASSIGNED(false),
    CAPACITY_WEIGHT(false),
    CAPACITY_VOLUME(false),
    MISSING_SKILL(false),
    /** A place on the way does not take such a vehicle. */
    PVZ_REQUIREMENT(false),
    HOURS_EXCEEDED(false),
    SHIFT_ENDS(true),
    REJECTED_BEFORE(true),
    NOT_ONLINE(true),
    OUT_OF_RADIUS(true);

    private final boolean soft;

    Exclusion(boolean soft) {
        this.soft = soft;
    }

    /** Whether a moderator may choose the carrier all the same. */
    public boolean isSoft() {
        return soft;
    }
}
