package by.belparcel.orders.model;

/** Why an order was cancelled, as events and shops see it (domain orders-and-payments 1.2). */
public enum CancelCause {
    PAYMENT_DECLINED(OrderTrigger.PAYMENT_REFUSED),
    PAYMENT_TIMEOUT(OrderTrigger.PAYMENT_REFUSED),
    TICKET_FAILED(OrderTrigger.TICKET_FAILED),
    SHOP(OrderTrigger.CANCELLED),
    CLIENT(OrderTrigger.CANCELLED),
    OPERATOR(OrderTrigger.CANCELLED);

    private final OrderTrigger trigger;

    CancelCause(OrderTrigger trigger) {
        this.trigger = trigger;
    }

    /** The row of the state table that such a cancellation uses. */
    public OrderTrigger trigger() {
        return trigger;
    }
}
