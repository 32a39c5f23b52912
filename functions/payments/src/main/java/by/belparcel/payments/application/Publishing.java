package by.belparcel.payments.application;

import by.belparcel.events.PaymentEvent;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentFact;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.PaymentState;
import by.belparcel.payments.model.PaymentTerms;
import by.belparcel.payments.model.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the world what happened to a stored payment and sets the timers that will look at it again. */
public final class Publishing {

    public static final String QUERY = "payment.query";
    public static final String REFUND_RETRY = "payment.refund-retry";
    public static final String AUTH_EXPIRY = "payment.auth-expiry";

    private final Duration authorizationLook;

    /** @param authorizationLook after how long an authorisation is looked at, some time before it runs out (6 days of 7) */
    public Publishing(Duration authorizationLook) {
        this.authorizationLook = authorizationLook;
    }

    Mono<Void> publish(Step step, Payment payment) {
        PaymentSnapshot now = payment.snapshot();
        long version = now.version() + 1;
        payment.facts().forEach(fact -> step.emitter().emit(event(fact, now.terms(), step.now()), version));
        return Flux.concat(timers(step, payment, now)).then();
    }

    private List<Mono<Void>> timers(Step step, Payment payment, PaymentSnapshot now) {
        List<Mono<Void>> timers = new ArrayList<>();
        String id = now.terms().id();
        if (now.retryAt() != null && now.retryAt().isAfter(step.now())) {
            Duration pause = Duration.between(step.now(), now.retryAt());
            timers.add(step.timers().set(QUERY, id, id + ":" + (now.version() + 1), pause));
        }
        for (Refund refund : now.refunds()) {
            if (refund.open()
                    && refund.nextTryAt() != null
                    && refund.nextTryAt().isAfter(step.now())) {
                Duration pause = Duration.between(step.now(), refund.nextTryAt());
                timers.add(step.timers().set(REFUND_RETRY, id, refund.id() + ":" + refund.attempts(), pause));
            }
        }
        boolean authorized = payment.facts().stream().anyMatch(f -> f instanceof PaymentFact.Authorized);
        if (authorized && now.state() == PaymentState.AUTHORIZED && now.authExpiresAt() != null) {
            timers.add(step.timers().set(AUTH_EXPIRY, id, id, authorizationLook));
        }
        boolean decided = payment.facts().stream()
                .anyMatch(f -> f instanceof PaymentFact.Captured || f instanceof PaymentFact.Voided);
        if (!authorized && decided && now.authExpiresAt() != null) {
            timers.add(step.timers().cancel(AUTH_EXPIRY, id));
        }
        return timers;
    }

    private static PaymentEvent event(PaymentFact fact, PaymentTerms terms, Instant at) {
        String id = terms.id();
        String order = terms.orderId();
        return switch (fact) {
            case PaymentFact.Authorized f ->
                new PaymentEvent.Authorized(id, order, terms.amount(), terms.method(), f.expiresAt(), at);
            case PaymentFact.Declined f -> new PaymentEvent.Declined(id, order, f.code(), at);
            case PaymentFact.Unknown f -> new PaymentEvent.Unknown(id, order, f.nextCheckAt(), at);
            case PaymentFact.Captured f -> new PaymentEvent.Captured(id, order, f.amount(), at);
            case PaymentFact.CaptureFailed f -> new PaymentEvent.CaptureFailed(id, order, f.code(), at);
            case PaymentFact.Voided f -> new PaymentEvent.Voided(id, order, at);
            case PaymentFact.VoidFailed f -> new PaymentEvent.VoidFailed(id, order, f.code(), at);
            case PaymentFact.RefundRequested f ->
                new PaymentEvent.RefundRequested(id, f.refundId(), order, f.amount(), f.reason(), at);
            case PaymentFact.Refunded f ->
                new PaymentEvent.Refunded(id, f.refundId(), order, f.amount(), f.settledAt(), at);
            case PaymentFact.RefundFailed f ->
                new PaymentEvent.RefundFailed(id, f.refundId(), order, f.code(), f.manual(), at);
        };
    }
}
