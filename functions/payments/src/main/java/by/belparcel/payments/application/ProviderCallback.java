package by.belparcel.payments.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.kernel.Money;
import by.belparcel.payments.model.ProviderAnswer;
import by.belparcel.payments.model.ProviderRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reports without being asked.
 *
 * @param charge our key of the authorisation it belongs to
 * @param providerRef the provider's reference of the charge
 * @param refundId our key of the refund, absent for other operations
 * @param code reason of a refusal
 */
public record ProviderCallback(
        String provider,
        Operation operation,
        Result outcome,
        String charge,
        String providerRef,
        @Nullable String refundId,
        Money amount,
        @Nullable String code,
        @Nullable Instant expiresAt) {

    /** What was done or refused. */
    public enum Operation {
        AUTHORIZE,
        CAPTURE,
        VOID,
        REFUND
    }

    /** What became of it. */
    public enum Result {
        DONE,
        REFUSED
    }

    public static ProviderCallback read(Input body, RequestParameters parameters) {
        Operation operation = body.oneOf("operation", Operation.class);
        String refundId = operation == Operation.REFUND
                ? body.uuid("refund_id")
                : body.optionalUuid("refund_id").orElse(null);
        return new ProviderCallback(
                parameters.variable("provider"),
                operation,
                body.oneOf("outcome", Result.class),
                body.text("charge", 1, 64),
                body.text("provider_ref", 1, 100),
                refundId,
                body.object("amount", ProviderCallback::money),
                body.optionalText("code", 1, 40).orElse(null),
                body.optionalInstant("expires_at").orElse(null));
    }

    private static Money money(Input input) {
        long kopecks = input.integer("amount", 0, Money.MAX);
        if (!input.text("currency", 3, 3).equals(Money.BYN)) {
            input.reject("currency", "CURRENCY_NOT_SUPPORTED", "must be BYN", Money.BYN, null);
        }
        return Money.byn(kopecks);
    }

    String signedText() {
        return String.join(
                "\n",
                provider,
                operation.name(),
                outcome.name(),
                charge,
                providerRef,
                refundId == null ? "" : refundId,
                Long.toString(amount.amount()),
                amount.currency(),
                code == null ? "" : code,
                expiresAt == null ? "" : Long.toString(expiresAt.getEpochSecond()));
    }

    /** Payment id inside the key: the second authorisation of a payment is {@code <id>/2}. */
    String paymentId() {
        int slash = charge.indexOf('/');
        return slash < 0 ? charge : charge.substring(0, slash);
    }

    ProviderRequest request() {
        return switch (operation) {
            case AUTHORIZE -> new ProviderRequest.Authorize(charge, amount);
            case CAPTURE -> new ProviderRequest.Capture(charge, amount);
            case VOID -> new ProviderRequest.Release(charge, amount);
            case REFUND -> new ProviderRequest.GiveBack(charge, refundId == null ? "" : refundId, amount);
        };
    }

    ProviderAnswer answer() {
        return switch (outcome) {
            case DONE -> new ProviderAnswer.Done(providerRef, expiresAt);
            case REFUSED -> new ProviderAnswer.Refused(code == null ? "PROVIDER_ERROR" : code);
        };
    }
}
