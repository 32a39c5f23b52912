package by.belparcel.payments.model;

import by.belparcel.kernel.Money;

/**
 * What a provider is asked to do. Asking again with the same key is always safe: the provider answers what became of the
 * first request, so a lost answer is found again by repeating the question.
 */
public sealed interface ProviderRequest {

    /** Key of the authorisation that the request belongs to. */
    String charge();

    Money amount();

    /** Idempotency key of this request. */
    String key();

    /** Reserve the amount. */
    record Authorize(String charge, Money amount) implements ProviderRequest {
        @Override
        public String key() {
            return charge;
        }
    }

    /** Take the reserved amount or a part of it, once. */
    record Capture(String charge, Money amount) implements ProviderRequest {
        @Override
        public String key() {
            return charge + ":capture";
        }
    }

    /** Let go of the reservation; also of one that has not arrived yet. */
    record Release(String charge, Money amount) implements ProviderRequest {
        @Override
        public String key() {
            return charge + ":void";
        }
    }

    /** Give taken money back. */
    record GiveBack(String charge, String refundId, Money amount) implements ProviderRequest {
        @Override
        public String key() {
            return refundId;
        }
    }
}
