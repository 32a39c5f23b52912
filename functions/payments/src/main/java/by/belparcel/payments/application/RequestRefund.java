package by.belparcel.payments.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Promises money back: {@code POST /payments/{id}/refunds}. The promise is committed first; the provider is asked by
 * {@link SendRefundOnRefundRequested}, so no answer of the provider can be lost between the two.
 */
public final class RequestRefund implements CommandHandler<RequestRefund.Wanted, PaymentView.RefundView> {

    private static final int MAX_COLLISIONS = 5;

    private final PaymentStore store;
    private final Publishing publishing;

    public RequestRefund(PaymentStore store, Publishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    /** @param expectedVersion absent when the caller does not care */
    public record Wanted(
            Money amount, String reason, @Nullable Long expectedVersion) {

        public static Wanted read(Input body, RequestParameters parameters) {
            Money amount = body.object("amount", Wanted::money);
            String reason = body.text("reason", 1, 200);
            return new Wanted(
                    amount,
                    reason,
                    body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null));
        }

        private static Money money(Input input) {
            long kopecks = input.integer("amount", 1, Money.MAX);
            String currency = input.text("currency", 3, 3);
            if (!currency.isEmpty() && !currency.equals(Money.BYN)) {
                input.reject("currency", "CURRENCY_NOT_SUPPORTED", "must be BYN", Money.BYN, null);
            }
            return Money.byn(kopecks);
        }
    }

    @Override
    public Mono<Outcome<PaymentView.RefundView>> handle(Wanted wanted, CommandContext context) {
        String refundId = context.newId();
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> attempt(id, refundId, wanted, context, 0))
                .defaultIfEmpty(Outcome.refused(Rejection.notFound("PAYMENT")));
    }

    private Mono<Outcome<PaymentView.RefundView>> attempt(
            String id, String refundId, Wanted wanted, CommandContext context, int collisions) {
        return store.byId(context.tx(), id).flatMap(payment -> {
            PaymentSnapshot before = payment.snapshot();
            Optional<Rejection> refused = Caller.denied(context, context.principal(), before.terms())
                    .or(() -> stale(wanted, before))
                    .or(() -> stale(context.parameters(), before))
                    .or(() -> payment.requestRefund(refundId, wanted.amount(), wanted.reason(), context.now()));
            if (refused.isPresent()) {
                return Mono.just(Outcome.refused(refused.get()));
            }
            return store.save(context.tx(), payment).flatMap(saved -> {
                if (saved) {
                    return publishing
                            .publish(Step.of(context), payment)
                            .then(Mono.fromSupplier(() -> accepted(payment, refundId)));
                }
                return collisions == MAX_COLLISIONS
                        ? Mono.just(Outcome.refused(Rejection.versionConflict(before.version())))
                        : attempt(id, refundId, wanted, context, collisions + 1);
            });
        });
    }

    private static Optional<Rejection> stale(Wanted wanted, PaymentSnapshot payment) {
        return wanted.expectedVersion() == null || wanted.expectedVersion() == payment.version()
                ? Optional.empty()
                : Optional.of(Rejection.versionConflict(payment.version()));
    }

    private static Optional<Rejection> stale(RequestParameters parameters, PaymentSnapshot payment) {
        return parameters
                .header("if-match")
                .filter(tag -> !tag.equals("*") && !tag.equals("\"" + payment.version() + "\""))
                .map(tag -> Rejection.of(
                                Rejection.Kind.PRECONDITION_FAILED,
                                "VERSION_CONFLICT",
                                "Somebody else changed it first.")
                        .with("current_version", payment.version()));
    }

    private static Outcome<PaymentView.RefundView> accepted(Payment payment, String refundId) {
        PaymentView.RefundView view = payment.snapshot().refunds().stream()
                .filter(r -> r.id().equals(refundId))
                .map(PaymentView.RefundView::of)
                .findFirst()
                .orElseThrow();
        return Outcome.accepted(view, "/payments/" + payment.snapshot().terms().id());
    }
}
