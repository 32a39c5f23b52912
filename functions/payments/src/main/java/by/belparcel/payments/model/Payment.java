package by.belparcel.payments.model;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The money of one order. Events and callbacks tell it what is wanted and what the provider said; it knows what to ask the
 * provider next, and collects the facts and ledger lines of every step. Not thread-safe: one instance per transaction.
 */
public final class Payment {

    private final PaymentTerms terms;
    private final long version;
    private final Set<Wish> wishes = EnumSet.noneOf(Wish.class);
    private final Purse purse;
    private final Patience patience;
    private final List<PaymentFact> facts = new ArrayList<>();
    private PaymentState state;
    private @Nullable String providerRef;
    private @Nullable String declineCode;
    private @Nullable Instant authExpiresAt;
    private int authorization;

    private Payment(PaymentSnapshot from, RetryPolicy policy) {
        this.terms = from.terms();
        this.version = from.version();
        this.state = from.state();
        this.providerRef = from.providerRef();
        this.declineCode = from.declineCode();
        this.authExpiresAt = from.authExpiresAt();
        this.authorization = from.authorization();
        this.patience = new Patience(from, policy);
        this.wishes.addAll(from.wishes());
        this.purse = new Purse(from, new Refunds(from.refunds(), policy, facts));
    }

    public static Payment requested(PaymentTerms terms, RetryPolicy policy) {
        return new Payment(PaymentSnapshot.start(terms), policy);
    }

    public static Payment restored(PaymentSnapshot snapshot, RetryPolicy policy) {
        return new Payment(snapshot, policy);
    }

    public PaymentSnapshot snapshot() {
        return new PaymentSnapshot(
                terms,
                state,
                purse.captured(),
                purse.refunded(),
                purse.toCapture(),
                providerRef,
                declineCode,
                authExpiresAt,
                authorization,
                wishes,
                patience.tries(),
                patience.retryAt(),
                purse.refunds(),
                purse.comebacks(),
                version);
    }

    /** What happened since it was loaded. */
    public List<PaymentFact> facts() {
        return List.copyOf(facts);
    }

    /** Ledger lines since it was loaded. */
    public List<Posting> postings() {
        return purse.postings();
    }

    /** Declines without asking the provider. */
    public void refuse(String code) {
        decline(code);
    }

    /**
     * The business wants the money.
     *
     * @param amount at most what is authorised; a smaller part ends the authorisation just as well
     * @return false when the state makes it pointless
     */
    public boolean wantCapture(Money amount) {
        boolean open =
                state == PaymentState.AUTHORIZED || state == PaymentState.REQUESTED || state == PaymentState.UNKNOWN;
        return open && !wishes.contains(Wish.CAPTURE) && purse.plan(amount) && wishes.add(Wish.CAPTURE);
    }

    /**
     * The order is gone: void what is reserved, refund what is taken, remember it while the authorisation is in flight.
     *
     * @param refundId id of the refund in case that one is needed
     * @return false when there is nothing left to undo
     */
    public boolean cancel(String refundId, RefundReason reason, Instant now) {
        return switch (state) {
            case REQUESTED, UNKNOWN -> wishes.add(Wish.CANCEL);
            case AUTHORIZED -> {
                startVoid();
                yield true;
            }
            case CAPTURED, PARTIALLY_REFUNDED -> purse.promiseShare(refundId, reason, now);
            case VOIDING, REFUNDED, DECLINED, VOIDED, EXPIRED -> false;
        };
    }

    /**
     * A parcel that is paid on pick-up came back, and its part of the goods with it. Who brings it back had got it, so the money is
     * taken first; when no parcel was issued at all, none is. @return false when it is known, or no money depends on it
     */
    public boolean cameBack(Comeback parcel, Instant now) {
        if (terms.method() != PaymentMethod.PAY_ON_PICKUP || !purse.note(parcel)) {
            return false;
        }
        boolean waits = state == PaymentState.AUTHORIZED && !wishes.contains(Wish.CAPTURE);
        if (waits && purse.nothingWasIssued()) {
            startVoid();
        } else if (waits && parcel.reason() == RefundReason.CLIENT_RETURN && purse.plan(terms.amount())) {
            wishes.add(Wish.CAPTURE);
        } else if (state.holdsMoney()) {
            purse.promiseComebacks(now);
        }
        return true;
    }

    /** The authorisation is about to run out: take the money when the order is confirmed, else let it go. */
    public boolean endAuthorization(Instant now) {
        if (state != PaymentState.AUTHORIZED) {
            return false;
        }
        if (wishes.contains(Wish.CAPTURE)) {
            patience.askAt(now);
        } else {
            startVoid();
        }
        return true;
    }

    /** Promises a refund; it is sent to the provider by {@link #sendRefund}. */
    public Optional<Rejection> requestRefund(String refundId, Money amount, String reason, Instant now) {
        if (!state.holdsMoney()) {
            return Optional.of(Rejection.invalidState(
                    state.name(), List.of(PaymentState.CAPTURED.name(), PaymentState.PARTIALLY_REFUNDED.name())));
        }
        return purse.promise(refundId, amount, reason, now);
    }

    /** Makes a promised refund due now. @return false when it was already sent or is unknown */
    public boolean sendRefund(String refundId, Instant now) {
        return purse.send(refundId, now);
    }

    /** Captured and not yet given back or promised back. */
    public Money remaining() {
        return purse.remaining();
    }

    /** What to ask the provider now; empty when nothing is open or its time has not come. */
    public Optional<ProviderRequest> next(Instant now) {
        if (patience.waits(now)) {
            return Optional.empty();
        }
        return switch (state) {
            case REQUESTED, UNKNOWN -> Optional.of(new ProviderRequest.Authorize(charge(), terms.amount()));
            case AUTHORIZED -> nextOfAuthorized();
            case VOIDING -> Optional.of(new ProviderRequest.Release(charge(), terms.amount()));
            case DECLINED ->
                wishes.contains(Wish.RELEASE)
                        ? Optional.of(new ProviderRequest.Release(charge(), terms.amount()))
                        : nextRefund(now);
            case CAPTURED, PARTIALLY_REFUNDED -> nextRefund(now);
            case REFUNDED, VOIDED, EXPIRED -> Optional.empty();
        };
    }

    /**
     * The provider answered, or reports what became of an earlier request. What would move backwards is ignored, and so is
     * news of an authorisation that was replaced by a second one.
     */
    public void answered(ProviderRequest request, ProviderAnswer answer, Instant now) {
        if (!request.charge().equals(charge())) {
            return;
        }
        switch (request) {
            case ProviderRequest.Authorize authorize -> authorizeAnswered(answer, now);
            case ProviderRequest.Capture capture -> captureAnswered(answer, now);
            case ProviderRequest.Release release -> releaseAnswered(answer, now);
            case ProviderRequest.GiveBack giveBack -> {
                if (purse.answered(giveBack.refundId(), answer, now) && state.holdsMoney()) {
                    become(purse.everythingWentBack() ? PaymentState.REFUNDED : PaymentState.PARTIALLY_REFUNDED);
                }
            }
        }
    }

    private Optional<ProviderRequest> nextRefund(Instant now) {
        return purse.due(now).map(r -> new ProviderRequest.GiveBack(charge(), r.id(), r.amount()));
    }

    private Optional<ProviderRequest> nextOfAuthorized() {
        if (wishes.contains(Wish.RENEW)) {
            return Optional.of(new ProviderRequest.Authorize(charge(), terms.amount()));
        }
        return Optional.<ProviderRequest>of(new ProviderRequest.Capture(charge(), purse.toCapture()))
                .filter(r -> wishes.contains(Wish.CAPTURE));
    }

    private void authorizeAnswered(ProviderAnswer answer, Instant now) {
        boolean first = state == PaymentState.REQUESTED || state == PaymentState.UNKNOWN;
        boolean renewal = state == PaymentState.AUTHORIZED && wishes.contains(Wish.RENEW);
        switch (answer) {
            case ProviderAnswer.Done done when first -> authorize(done);
            case ProviderAnswer.Done done
            when renewal -> {
                hold(done);
                wishes.remove(Wish.RENEW);
            }
            case ProviderAnswer.Done done
            when state == PaymentState.DECLINED && purse.captured().equals(Money.ZERO) -> {
                providerRef = done.reference();
                wishes.add(Wish.RELEASE);
                patience.answered();
            }
            case ProviderAnswer.Refused refused when first -> decline(refused.code());
            case ProviderAnswer.Refused refused when renewal -> expire();
            case ProviderAnswer.Open open when first -> unanswered(now);
            case ProviderAnswer.Open open when renewal -> patience.askLater(now);
            default -> {}
        }
    }

    private void authorize(ProviderAnswer.Done done) {
        become(PaymentState.AUTHORIZED);
        hold(done);
        facts.add(new PaymentFact.Authorized(authExpiresAt));
        if (wishes.contains(Wish.CANCEL)) {
            startVoid();
        }
    }

    private void hold(ProviderAnswer.Done done) {
        providerRef = done.reference();
        authExpiresAt = done.expiresAt();
        patience.answered();
    }

    private void unanswered(Instant now) {
        Instant next = patience.unanswered(terms.requestedAt(), now);
        if (next == null) {
            decline("PROVIDER_TIMEOUT");
            wishes.add(Wish.RELEASE);
        } else if (state == PaymentState.REQUESTED) {
            become(PaymentState.UNKNOWN);
            facts.add(new PaymentFact.Unknown(next));
        }
    }

    private void captureAnswered(ProviderAnswer answer, Instant now) {
        boolean reserved = state == PaymentState.AUTHORIZED || state == PaymentState.VOIDING;
        boolean asked = state == PaymentState.AUTHORIZED && wishes.contains(Wish.CAPTURE);
        switch (answer) {
            case ProviderAnswer.Done done when reserved -> taken(done, now);
            case ProviderAnswer.Refused refused
            when asked && refused.code().equals(ProviderAnswer.EXPIRED) -> renewOrExpire(now);
            case ProviderAnswer.Refused refused
            when asked -> {
                wishes.remove(Wish.CAPTURE);
                patience.answered();
                facts.add(new PaymentFact.CaptureFailed(refused.code()));
            }
            case ProviderAnswer.Open open when asked -> patience.askLater(now);
            default -> {}
        }
    }

    /** The second key must be committed before anybody is asked with it, or a crash would lose track of that reservation. */
    private void renewOrExpire(Instant now) {
        patience.answered();
        if (authorization > 1) {
            expire();
        } else {
            authorization++;
            wishes.add(Wish.RENEW);
            patience.askSoon(now);
        }
    }

    private void expire() {
        become(PaymentState.EXPIRED);
        wishes.clear();
        patience.answered();
        facts.add(new PaymentFact.CaptureFailed(ProviderAnswer.EXPIRED));
    }

    /** Money came in. When it was to be let go, it goes back at once. */
    private void taken(ProviderAnswer.Done done, Instant now) {
        boolean unwanted = state == PaymentState.VOIDING;
        become(PaymentState.CAPTURED);
        providerRef = done.reference();
        wishes.clear();
        patience.answered();
        facts.add(new PaymentFact.Captured(purse.take()));
        if (unwanted) {
            purse.promiseEverything(now);
        } else {
            purse.promiseComebacks(now);
        }
    }

    private void releaseAnswered(ProviderAnswer answer, Instant now) {
        boolean voiding = state == PaymentState.VOIDING;
        boolean releasing = state == PaymentState.DECLINED && wishes.contains(Wish.RELEASE);
        switch (answer) {
            case ProviderAnswer.Done done when voiding -> letGo();
            case ProviderAnswer.Refused refused
            when voiding && refused.code().equals(ProviderAnswer.EXPIRED) -> letGo();
            case ProviderAnswer.Refused refused
            when voiding && refused.code().equals(ProviderAnswer.ALREADY_CAPTURED) ->
                taken(new ProviderAnswer.Done(Objects.requireNonNullElse(providerRef, terms.id()), null), now);
            case ProviderAnswer.Done done
            when releasing -> {
                wishes.remove(Wish.RELEASE);
                patience.answered();
            }
            case ProviderAnswer.Refused refused
            when releasing && refused.code().equals(ProviderAnswer.ALREADY_CAPTURED) -> takenAfterDecline(now);
            case ProviderAnswer.Refused refused when voiding || releasing -> voidLater(refused.code(), now);
            case ProviderAnswer.Silent silent when voiding || releasing -> voidLater("PROVIDER_TIMEOUT", now);
            case ProviderAnswer.Pending pending when voiding || releasing -> patience.askLater(now);
            default -> {}
        }
    }

    /** We declined without an answer, the provider took the money: it goes back although the payment stays declined. */
    private void takenAfterDecline(Instant now) {
        wishes.remove(Wish.RELEASE);
        patience.answered();
        facts.add(new PaymentFact.VoidFailed(ProviderAnswer.ALREADY_CAPTURED));
        purse.take();
        purse.promiseEverything(now);
    }

    private void letGo() {
        become(PaymentState.VOIDED);
        wishes.clear();
        patience.answered();
        facts.add(new PaymentFact.Voided());
    }

    /** The void goes on; people learn of it once. */
    private void voidLater(String code, Instant now) {
        patience.askLater(now);
        if (patience.lost()) {
            facts.add(new PaymentFact.VoidFailed(code));
        }
    }

    private void startVoid() {
        become(PaymentState.VOIDING);
        wishes.clear();
        patience.answered();
    }

    private void decline(String code) {
        become(PaymentState.DECLINED);
        declineCode = code;
        wishes.clear();
        patience.answered();
        facts.add(new PaymentFact.Declined(code));
    }

    private String charge() {
        return authorization == 1 ? terms.id() : terms.id() + "/" + authorization;
    }

    private void become(PaymentState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("Payment " + terms.id() + " cannot go from " + state + " to " + next);
        }
        state = next;
    }
}
