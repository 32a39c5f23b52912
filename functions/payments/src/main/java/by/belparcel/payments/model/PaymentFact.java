package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a payment, in the words of the model; the application publishes it. */
public sealed interface PaymentFact {

    record Authorized(@Nullable Instant expiresAt) implements PaymentFact {}

    record Declined(String code) implements PaymentFact {}

    record Unknown(Instant nextCheckAt) implements PaymentFact {}

    record Captured(Money amount) implements PaymentFact {}

    record CaptureFailed(String code) implements PaymentFact {}

    record Voided() implements PaymentFact {}

    record VoidFailed(String code) implements PaymentFact {}

    record RefundRequested(String refundId, Money amount, String reason) implements PaymentFact {}

    record Refunded(String refundId, Money amount, Instant settledAt) implements PaymentFact {}

    record RefundFailed(String refundId, String code, boolean manual) implements PaymentFact {}
}
