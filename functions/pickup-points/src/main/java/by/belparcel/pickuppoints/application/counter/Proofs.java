package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PvzOrderEvent.Proof;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.kernel.VerificationTokens.Verification;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the client shows for parcels of orders: the checked code or a document, and the receipt where it pays at the counter. */
final class Proofs {

    private final ProcessOrders command;
    private final String pvzId;
    private final Instant now;
    private final List<Verification> verified;

    Proofs(ProcessOrders command, VerificationTokens tokens, String pvzId, Instant now) {
        this.command = command;
        this.pvzId = pvzId;
        this.now = now;
        this.verified = command.verificationIds().stream()
                .flatMap(text -> tokens.read(text).stream())
                .toList();
    }

    /** Why the parcel may not be handed over; empty when everything is shown. */
    Optional<Rejection> missing(Parcel parcel) {
        boolean unpaid = parcel.goods().paymentMethod() == PaymentMethod.PAY_ON_PICKUP && command.receipt() == null;
        if (unpaid) {
            return Optional.of(
                    Rejection.rule("PAYMENT_REQUIRED", "The order is paid at the counter: a receipt is needed."));
        }
        boolean free = parcel.key().orderId() == null && !command.requireCode();
        if (free || command.document() != null) {
            return Optional.empty();
        }
        List<Verification> fitting = fitting(parcel);
        if (fitting.isEmpty()) {
            return Optional.of(Rejection.rule(
                    "CODE_INVALID",
                    command.verificationIds().isEmpty()
                            ? "A verification id is needed."
                            : "No verification id is for this order at this point."));
        }
        return fitting.stream().allMatch(proof -> proof.expired(now))
                ? Optional.of(
                        Rejection.rule("VERIFICATION_EXPIRED", "The verification is too old: check the code again."))
                : Optional.empty();
    }

    /** Id of the verification that the parcel is handed over with. */
    Optional<String> verificationId(Parcel parcel) {
        return fitting(parcel).stream()
                .filter(proof -> !proof.expired(now))
                .map(Verification::id)
                .findFirst();
    }

    /** What the parcel is handed over for: a document is the fallback, so a code counts before it. */
    Proof shown(Parcel parcel) {
        if (verificationId(parcel).isPresent()) {
            return Proof.CODE;
        }
        return command.document() == null ? Proof.NONE : Proof.DOCUMENT;
    }

    private List<Verification> fitting(Parcel parcel) {
        String order = parcel.key().orderId();
        return order == null
                ? List.of()
                : verified.stream().filter(proof -> proof.covers(order, pvzId)).toList();
    }
}
