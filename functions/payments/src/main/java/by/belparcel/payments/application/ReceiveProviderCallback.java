package by.belparcel.payments.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentSnapshot;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Takes a provider's word: {@code POST /payments/callbacks/{provider}} (rule 9). A signed callback is always answered 202, so
 * that the provider stops repeating it; what it says has effect once, and only forward.
 */
public final class ReceiveProviderCallback
        implements CommandHandler<ProviderCallback, ReceiveProviderCallback.Received> {

    private final Till till;
    private final PaymentStore store;
    private final Providers providers;
    private final Quarantine quarantine;
    private final CallbackSignature signature;

    public ReceiveProviderCallback(
            Till till, PaymentStore store, Providers providers, Quarantine quarantine, CallbackSignature signature) {
        this.till = till;
        this.store = store;
        this.providers = providers;
        this.quarantine = quarantine;
        this.signature = signature;
    }

    /** The same for every signed callback: the provider learns nothing about our state. */
    public record Received(boolean received) {}

    @Override
    public Mono<Outcome<Received>> handle(ProviderCallback callback, CommandContext context) {
        Optional<String> header = context.parameters().header(CallbackSignature.HEADER);
        if (!signature.holds(header, callback, context.now())) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.UNAUTHENTICATED, "BAD_SIGNATURE", "The signature of the callback is wrong.")));
        }
        Mono<Void> work = providers.named(callback.provider()).isEmpty()
                ? quarantine.keep(context.tx(), callback, Quarantine.Reason.UNKNOWN_PROVIDER)
                : believe(callback, context);
        return work.then(Mono.just(Outcome.accepted(new Received(true), "/payments/callbacks/" + callback.provider())));
    }

    private Mono<Void> believe(ProviderCallback callback, CommandContext context) {
        return Mono.justOrEmpty(PathId.read(callback.paymentId()))
                .flatMap(id -> store.byId(context.tx(), id))
                .map(payment -> doubt(callback, payment.snapshot()))
                .defaultIfEmpty(Optional.of(Quarantine.Reason.UNKNOWN_REFERENCE))
                .flatMap(doubt -> doubt.isPresent()
                        ? quarantine.keep(context.tx(), callback, doubt.get())
                        : apply(callback, context));
    }

    private Mono<Void> apply(ProviderCallback callback, CommandContext context) {
        Step step = Step.of(context);
        return till.change(
                        step, tx -> store.byId(tx, callback.paymentId()), payment -> told(payment, callback, context))
                .flatMap(handled -> handled instanceof Handled.Later
                        ? Mono.error(new IllegalStateException("The payment keeps changing"))
                        : Mono.empty());
    }

    private static boolean told(Payment payment, ProviderCallback callback, CommandContext context) {
        payment.answered(callback.request(), callback.answer(), context.now());
        return true;
    }

    private static Optional<Quarantine.Reason> doubt(ProviderCallback callback, PaymentSnapshot payment) {
        boolean otherProvider = !payment.terms().provider().equals(callback.provider());
        boolean otherReference =
                payment.providerRef() != null && !payment.providerRef().equals(callback.providerRef());
        if (otherProvider || otherReference) {
            return Optional.of(Quarantine.Reason.UNKNOWN_REFERENCE);
        }
        return expected(callback, payment)
                .map(amount -> amount.equals(callback.amount())
                        ? Optional.<Quarantine.Reason>empty()
                        : Optional.of(Quarantine.Reason.AMOUNT_MISMATCH))
                .orElse(Optional.of(Quarantine.Reason.UNKNOWN_REFERENCE));
    }

    /** Empty when the callback names a refund that we never asked for. */
    private static Optional<Money> expected(ProviderCallback callback, PaymentSnapshot payment) {
        return switch (callback.operation()) {
            case AUTHORIZE, VOID -> Optional.of(payment.terms().amount());
            case CAPTURE -> Optional.of(payment.toCapture());
            case REFUND ->
                payment.refunds().stream()
                        .filter(r -> r.id().equals(callback.refundId()))
                        .map(r -> r.amount())
                        .findFirst();
        };
    }
}
