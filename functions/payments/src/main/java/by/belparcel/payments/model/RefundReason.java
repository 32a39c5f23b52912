package by.belparcel.payments.model;

import by.belparcel.kernel.Money;

/** Why money goes back, and how much of it (rule 5 {@code refund.policy}). */
public enum RefundReason {
    /** Cancelled before the carrier came: everything. */
    ORDER_CANCELLED,
    /** Lost on the way: everything. */
    ORDER_LOST,
    /** Brought back by the client: the goods, not the delivery. */
    CLIENT_RETURN,
    /** Not collected or refused: the goods, not the delivery. */
    RETURNED_TO_COURIER;

    /** @param remaining what was taken and is not yet promised back */
    Money share(Money remaining, Money goods) {
        return switch (this) {
            case ORDER_CANCELLED, ORDER_LOST -> remaining;
            case CLIENT_RETURN, RETURNED_TO_COURIER -> remaining.compareTo(goods) < 0 ? remaining : goods;
        };
    }
}
