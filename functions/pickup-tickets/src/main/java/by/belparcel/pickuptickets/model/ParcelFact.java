package by.belparcel.pickuptickets.model;

/**
 * What became of a parcel, as far as the right to collect it is concerned. Later ones weigh more: facts of one version of a parcel
 * happened in this order.
 */
public enum ParcelFact {
    ACCEPTED("ACCEPTED"),
    STORAGE_EXPIRED("OVERDUE"),
    STORAGE_EXTENDED("ACCEPTED"),
    REFUSED("REFUSED"),
    ISSUED("ISSUED"),
    RETURNED("RETURNED"),
    /** It was collected and came back; for the ticket it stays collected. */
    RETURNED_AFTER_ISSUE("ISSUED");

    private static final int STEP = 10;

    private final String state;

    ParcelFact(String state) {
        this.state = state;
    }

    /** The state in which the parcel is afterwards. */
    public String state() {
        return state;
    }

    /** Orders the facts of one parcel. @param version of the parcel after the fact */
    public long rank(long version) {
        return version * STEP + ordinal();
    }
}
