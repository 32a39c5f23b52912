package by.belparcel.payments.model;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was taken, what went back, what is promised back, and the ledger lines of both. */
final class Purse {

    private final PaymentTerms terms;
    private final Refunds refunds;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Comeback> comebacks;
    private Money captured;
    private Money refunded;
    private Money toCapture;

    Purse(PaymentSnapshot from, Refunds refunds) {
        this.terms = from.terms();
        this.refunds = refunds;
        this.captured = from.captured();
        this.refunded = from.refunded();
        this.toCapture = from.toCapture();
        this.comebacks = new ArrayList<>(from.comebacks());
    }

    Money captured() {
        return captured;
    }

    Money refunded() {
        return refunded;
    }

    Money toCapture() {
        return toCapture;
    }

    List<Posting> postings() {
        return List.copyOf(postings);
    }

    List<Refund> refunds() {
        return refunds.all();
    }

    List<Comeback> comebacks() {
        return List.copyOf(comebacks);
    }

    /** @return false when it is known of this parcel already */
    boolean note(Comeback parcel) {
        return comebacks.stream().noneMatch(known -> known.parcelNo() == parcel.parcelNo()) && comebacks.add(parcel);
    }

    /** Whether all parcels went back without having been issued. */
    boolean nothingWasIssued() {
        return comebacks.stream().allMatch(c -> c.reason() == RefundReason.RETURNED_TO_COURIER)
                && comebacks.stream().anyMatch(c -> c.parcels() == comebacks.size());
    }

    /** Promises the goods of every parcel that came back, each once: the id of the refund follows from the parcel. */
    void promiseComebacks(Instant now) {
        for (Comeback parcel : comebacks) {
            String refundId = DerivedId.of("parcel-" + parcel.parcelNo(), terms.id());
            Money share = parcel.reason().share(remaining(), parcel.partOf(goods()));
            if (share.amount() > 0 && !refunds.knows(refundId)) {
                refunds.promise(refundId, share, parcel.reason().name(), now);
            }
        }
    }

    /** @return false when it is more than was authorised */
    boolean plan(Money amount) {
        if (amount.compareTo(terms.amount()) > 0) {
            return false;
        }
        toCapture = amount;
        return true;
    }

    Money take() {
        captured = toCapture;
        postings.addAll(Ledger.capture(terms, captured));
        return captured;
    }

    /** Captured and not yet given back or promised back. */
    Money remaining() {
        return refunds.remainingOf(captured);
    }

    /** @return a refusal when it is more than what remains */
    Optional<Rejection> promise(String refundId, Money amount, String reason, Instant now) {
        Money remaining = remaining();
        if (amount.compareTo(remaining) > 0) {
            return Optional.of(
                    Rejection.rule("REFUND_EXCEEDS_CAPTURED", "More than what was captured and is not yet refunded.")
                            .with("remaining", Map.of("amount", remaining.amount(), "currency", remaining.currency())));
        }
        refunds.promise(refundId, amount, reason, now);
        return Optional.empty();
    }

    /** For money that should never have been taken. Its refund has an id that follows from the payment. */
    void promiseEverything(Instant now) {
        Money remaining = remaining();
        if (remaining.amount() > 0) {
            String reason = RefundReason.ORDER_CANCELLED.name();
            refunds.promise(DerivedId.of("refund", terms.id()), remaining, reason, now);
        }
    }

    /** Promises what the policy gives back for this reason. @return false when that is nothing */
    boolean promiseShare(String refundId, RefundReason reason, Instant now) {
        Money share = reason.share(remaining(), goods());
        if (share.amount() == 0) {
            return false;
        }
        refunds.promise(refundId, share, reason.name(), now);
        return true;
    }

    boolean send(String refundId, Instant now) {
        return refunds.send(refundId, now);
    }

    Optional<Refund> due(Instant now) {
        return refunds.due(now);
    }

    /** @return whether the answer settled the refund */
    boolean answered(String refundId, ProviderAnswer answer, Instant now) {
        Optional<Refund> settled = refunds.answered(refundId, answer, now);
        settled.ifPresent(refund -> {
            postings.addAll(Ledger.refund(terms, refund, captured, refunded));
            refunded = refunded.plus(refund.amount());
        });
        return settled.isPresent();
    }

    boolean everythingWentBack() {
        return refunded.equals(captured);
    }

    private Money goods() {
        return captured.compareTo(terms.fee()) > 0 ? captured.minus(terms.fee()) : Money.ZERO;
    }
}
