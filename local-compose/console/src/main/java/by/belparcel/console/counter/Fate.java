package by.belparcel.console.counter;

/** What becomes of an order at its pick-up point. */
public enum Fate {
    /** The client comes with the code. */
    COLLECTED("ISSUED"),
    /** Nobody comes; the parcel goes back with a courier. */
    UNCLAIMED("RETURNING"),
    /** The client takes it and brings it back. */
    BROUGHT_BACK("CLIENT_RETURNED");

    private static final int SHARE = 20;
    private static final int NOBODY = 7;
    private static final int BACK = 13;

    private final String orderState;

    Fate(String orderState) {
        this.orderState = orderState;
    }

    /** One order in twenty stays unclaimed, one comes back. */
    public static Fate of(int number) {
        return switch (number % SHARE) {
            case NOBODY -> UNCLAIMED;
            case BACK -> BROUGHT_BACK;
            default -> COLLECTED;
        };
    }

    /** The state of an order that has met its fate. */
    public String orderState() {
        return orderState;
    }
}
