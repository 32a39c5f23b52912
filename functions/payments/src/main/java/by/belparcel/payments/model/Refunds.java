package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The refunds inside one payment and their retries (rule 7). */
final class Refunds {

    private final Map<String, Refund> byId = new LinkedHashMap<>();
    private final RetryPolicy policy;
    private final List<PaymentFact> facts;

    Refunds(Collection<Refund> stored, RetryPolicy policy, List<PaymentFact> facts) {
        stored.forEach(r -> byId.put(r.id(), r));
        this.policy = policy;
        this.facts = facts;
    }

    List<Refund> all() {
        return List.copyOf(byId.values());
    }

    /** What is left of a captured amount after all promises, whatever became of them. */
    Money remainingOf(Money captured) {
        return byId.values().stream().map(Refund::amount).reduce(captured, Money::minus);
    }

    boolean knows(String id) {
        return byId.containsKey(id);
    }

    void promise(String id, Money amount, String reason, Instant now) {
        byId.put(id, Refund.requested(id, amount, reason, now, policy.nextRefund(0, now)));
        facts.add(new PaymentFact.RefundRequested(id, amount, reason));
    }

    boolean send(String id, Instant now) {
        Refund refund = byId.get(id);
        if (refund == null || !refund.open() || refund.attempts() > 0) {
            return false;
        }
        byId.put(id, refund.dueAt(now));
        return true;
    }

    Optional<Refund> due(Instant now) {
        return byId.values().stream().filter(r -> r.due(now)).findFirst();
    }

    /** @return the refund that is settled by this answer, empty when none is */
    Optional<Refund> answered(String id, ProviderAnswer answer, Instant now) {
        Refund refund = byId.get(id);
        if (refund == null || refund.state() == Refund.State.SUCCEEDED) {
            return Optional.empty();
        }
        switch (answer) {
            case ProviderAnswer.Done done -> {
                Refund settled = refund.settled(now);
                byId.put(id, settled);
                facts.add(new PaymentFact.Refunded(id, refund.amount(), now));
                return Optional.of(settled);
            }
            case ProviderAnswer.Refused refused
            when refused.code().equals(ProviderAnswer.REFUND_NOT_SUPPORTED) -> giveToPeople(refund, refused.code());
            case ProviderAnswer.Refused refused -> later(refund, Refund.State.FAILED, refused.code(), now);
            case ProviderAnswer.Pending pending -> later(refund, Refund.State.PENDING, "PENDING", now);
            case ProviderAnswer.Silent silent -> later(refund, Refund.State.PENDING, "PROVIDER_TIMEOUT", now);
        }
        return Optional.empty();
    }

    private void later(Refund refund, Refund.State next, String code, Instant now) {
        if (refund.state() == Refund.State.MANUAL) {
            return;
        }
        if (!now.isBefore(refund.requestedAt().plus(policy.refundGiveUp()))) {
            giveToPeople(refund, code);
            return;
        }
        byId.put(refund.id(), refund.again(next, policy.nextRefund(refund.attempts(), now)));
        if (next == Refund.State.FAILED) {
            facts.add(new PaymentFact.RefundFailed(refund.id(), code, false));
        }
    }

    private void giveToPeople(Refund refund, String code) {
        if (refund.state() != Refund.State.MANUAL) {
            byId.put(refund.id(), refund.manual());
            facts.add(new PaymentFact.RefundFailed(refund.id(), code, true));
        }
    }
}
