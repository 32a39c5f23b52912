package by.belparcel.orders.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest that orders know of a payment.
 *
 * @param sequence version of the payment: older facts never replace newer ones
 * @param code decline or failure code
 */
public record PaymentFact(
        String orderId,
        String paymentId,
        State state,
        @Nullable String code,
        long sequence,
        Instant at) {

    /** A void is never called a refund, and a refund is done only when it is settled (domain section 2.2, rules 7 and 8). */
    public enum State {
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        CAPTURE_FAILED,
        VOIDED,
        REFUND_PENDING,
        REFUNDED
    }
}
