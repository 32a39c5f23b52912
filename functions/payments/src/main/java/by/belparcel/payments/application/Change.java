package by.belparcel.payments.application;

import by.belparcel.payments.model.Payment;

/** What is wanted of a payment; it may be tried again on a newer version of it. */
@FunctionalInterface
interface Change {

    /** @return false when the state of the payment makes it pointless */
    boolean on(Payment payment);
}
