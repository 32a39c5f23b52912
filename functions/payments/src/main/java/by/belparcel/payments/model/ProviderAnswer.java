package by.belparcel.payments.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider said. */
public sealed interface ProviderAnswer {

    /** The authorisation had already been captured: a void is too late. */
    String ALREADY_CAPTURED = "ALREADY_CAPTURED";

    /** The authorisation ran out. */
    String EXPIRED = "EXPIRED";

    /** The provider cannot refund this payment by itself (some ERIP operations): people must do it. */
    String REFUND_NOT_SUPPORTED = "REFUND_NOT_SUPPORTED";

    /**
     * It is done.
     *
     * @param reference the provider's own reference of the charge
     * @param expiresAt until when an authorisation holds, absent where it does not end
     */
    record Done(String reference, @Nullable Instant expiresAt) implements ProviderAnswer {}

    /** It will not be done. */
    record Refused(String code) implements ProviderAnswer {}

    /** Nothing is decided yet: ask again. */
    sealed interface Open extends ProviderAnswer {}

    /** It was accepted and is not finished. */
    record Pending() implements Open {}

    /** No answer in time: nobody knows whether it was done. */
    record Silent() implements Open {}
}
