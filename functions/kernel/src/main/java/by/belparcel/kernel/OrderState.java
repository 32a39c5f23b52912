package by.belparcel.kernel;

/** The one vocabulary of order states (domain orders-and-payments 1.2; D7). */
public enum OrderState {
    CREATED("pending"),
    AUTHORIZED("pending"),
    CONFIRMED("pending"),
    BATCHED("pending"),
    IN_TRANSIT("in_transit"),
    AT_HUB("in_transit"),
    AT_PVZ("out_for_delivery"),
    READY("ready_for_pickup"),
    ISSUED("delivered"),
    OVERDUE("on_hold"),
    MISSING("on_hold"),
    CLIENT_RETURNED("return_to_sender"),
    RETURNING("return_to_sender"),
    RETURNED("return_to_sender"),
    LOST("delivery_failed"),
    CANCELLED("cancelled");

    private final String publicCode;

    OrderState(String publicCode) {
        this.publicCode = publicCode;
    }

    /** Code for shops and the tracking page (section 1.7). */
    public String publicCode() {
        return publicCode;
    }
}
