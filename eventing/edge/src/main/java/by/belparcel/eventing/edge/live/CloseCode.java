package by.belparcel.eventing.edge.live;

/** Status codes that end a live connection: RFC 6455 section 7.4.1 and our own of the 4000 range. */
public final class CloseCode {

    public static final int GOING_AWAY = 1001;
    public static final int NOT_TEXT = 1003;
    public static final int NOT_UTF8 = 1007;
    public static final int POLICY = 1008;
    public static final int TOO_BIG = 1009;
    public static final int INTERNAL = 1011;
    public static final int TRY_LATER = 1013;
    /** Ticket or token unknown, used, expired or revoked. */
    public static final int UNAUTHENTICATED = 4401;

    public static final int FORBIDDEN = 4403;
    public static final int TOO_MANY = 4429;

    private CloseCode() {}
}
