package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a payment as it is stored and shown.
 *
 * @param toCapture what a capture takes: the whole amount or, once, a part of it
 * @param authorization number of the authorisation in use: 1, or 2 after a renewal
 * @param tries questions in a row that stayed without answer
 * @param retryAt when the provider is asked again, absent when nothing is open
 * @param comebacks parcels that the client does not keep, kept of payments on pick-up only
 * @param version 0 = not stored yet
 */
public record PaymentSnapshot(
        PaymentTerms terms,
        PaymentState state,
        Money captured,
        Money refunded,
        Money toCapture,
        @Nullable String providerRef,
        @Nullable String declineCode,
        @Nullable Instant authExpiresAt,
        int authorization,
        Set<Wish> wishes,
        int tries,
        @Nullable Instant retryAt,
        List<Refund> refunds,
        List<Comeback> comebacks,
        long version) {

    public PaymentSnapshot {
        wishes = Set.copyOf(wishes);
        refunds = List.copyOf(refunds);
        comebacks = List.copyOf(comebacks);
    }

    static PaymentSnapshot start(PaymentTerms terms) {
        return new PaymentSnapshot(
                terms,
                PaymentState.REQUESTED,
                Money.ZERO,
                Money.ZERO,
                terms.amount(),
                null,
                null,
                null,
                1,
                Set.of(),
                0,
                null,
                List.of(),
                List.of(),
                0);
    }
}
