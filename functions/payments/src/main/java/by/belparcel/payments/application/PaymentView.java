package by.belparcel.payments.application;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.PaymentState;
import by.belparcel.payments.model.Refund;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is shown.
 *
 * @param refundPending money is on its way back and not there yet
 */
public record PaymentView(
        String id,
        String orderId,
        String shopId,
        PaymentMethod method,
        String provider,
        PaymentState state,
        Money amount,
        Money captured,
        Money refunded,
        boolean refundPending,
        @Nullable String declineCode,
        @Nullable Instant authExpiresAt,
        Instant requestedAt,
        List<RefundView> refunds,
        long version) {

    /** A refund as it is shown: done only after the provider confirmed it (rule 8). */
    public record RefundView(
            String id,
            Money amount,
            String reason,
            Refund.State state,
            int attempts,
            Instant requestedAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant settledAt) {

        static RefundView of(Refund r) {
            return new RefundView(
                    r.id(),
                    r.amount(),
                    r.reason(),
                    r.state(),
                    r.attempts(),
                    r.requestedAt(),
                    r.nextTryAt(),
                    r.settledAt());
        }
    }

    static PaymentView of(PaymentSnapshot p) {
        return new PaymentView(
                p.terms().id(),
                p.terms().orderId(),
                p.terms().shopId(),
                p.terms().method(),
                p.terms().provider(),
                p.state(),
                p.terms().amount(),
                p.captured(),
                p.refunded(),
                p.refunds().stream().anyMatch(r -> r.state() != Refund.State.SUCCEEDED),
                p.declineCode(),
                p.authExpiresAt(),
                p.terms().requestedAt(),
                p.refunds().stream().map(RefundView::of).toList(),
                p.version());
    }
}
