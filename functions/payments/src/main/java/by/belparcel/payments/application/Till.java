package by.belparcel.payments.application;

import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.RefundReason;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Moves a payment as far as it can go now: asks the provider what is open, then writes once. No lock is held while the
 * provider is asked; a payment that somebody else changed meanwhile is loaded again and decided anew (adr/0001).
 */
public final class Till {

    private static final int MAX_QUESTIONS = 8;
    private static final int MAX_COLLISIONS = 5;

    private final Providers providers;
    private final PaymentStore store;
    private final Publishing publishing;

    public Till(Providers providers, PaymentStore store, Publishing publishing) {
        this.providers = providers;
        this.store = store;
        this.publishing = publishing;
    }

    /** Opens the payment of a new order and brings it to an answer of the provider. */
    Mono<Handled> open(Step step, Payment payment) {
        return advance(payment, step, 0)
                .then(Mono.defer(() -> store.add(step.tx(), payment)))
                .flatMap(added -> {
                    if (!added.added()) {
                        return Handled.ignored(Handled.Reason.STATE);
                    }
                    Mono<Void> published = publishing.publish(step, payment);
                    return added.orderCancelled()
                            ? published.then(Mono.defer(() ->
                                    cancel(step, payment.snapshot().terms().id())))
                            : published.then(Handled.applied());
                });
    }

    private Mono<Handled> cancel(Step step, String paymentId) {
        return change(step, tx -> store.byId(tx, paymentId), cancelling(step)).then(Handled.applied());
    }

    /** The change that undoes a payment because its order is gone. */
    static Change cancelling(Step step) {
        return payment -> payment.cancel(step.ids().get(), RefundReason.ORDER_CANCELLED, step.now());
    }

    /** Changes a payment, asks the provider what follows from it, writes, publishes. */
    Mono<Handled> change(Step step, Function<Transaction, Mono<Payment>> loading, Change change) {
        return attempt(step, loading, change, 0).switchIfEmpty(Handled.ignored(Handled.Reason.STATE));
    }

    /** As above for facts that must not be lost, should they be faster than the payment. */
    Mono<Handled> changeOf(String orderId, Step step, Change change) {
        return attempt(step, tx -> store.byOrder(tx, orderId), change, 0)
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new Handled.Later("PAYMENT_UNKNOWN", "The payment of the order is not known here yet.")));
    }

    private Mono<Handled> attempt(
            Step step, Function<Transaction, Mono<Payment>> loading, Change change, int collisions) {
        if (collisions == MAX_COLLISIONS) {
            return Mono.just(new Handled.Later("PAYMENT_BUSY", "The payment keeps changing."));
        }
        return loading.apply(step.tx()).flatMap(payment -> {
            PaymentSnapshot before = payment.snapshot();
            if (!change.on(payment)) {
                return Handled.ignored(Handled.Reason.STATE);
            }
            return advance(payment, step, 0)
                    .then(Mono.defer(() ->
                            payment.facts().isEmpty() && payment.snapshot().equals(before)
                                    ? Handled.ignored(Handled.Reason.STATE)
                                    : write(step, payment, loading, change, collisions)));
        });
    }

    private Mono<Handled> write(
            Step step, Payment payment, Function<Transaction, Mono<Payment>> loading, Change change, int collisions) {
        return store.save(step.tx(), payment)
                .flatMap(saved -> saved
                        ? publishing.publish(step, payment).then(Handled.applied())
                        : attempt(step, loading, change, collisions + 1));
    }

    private Mono<Void> advance(Payment payment, Step step, int questions) {
        if (questions == MAX_QUESTIONS) {
            return Mono.error(new IllegalStateException("A payment asks its provider without end"));
        }
        return Mono.justOrEmpty(Optional.of(payment).flatMap(p -> p.next(step.now())))
                .flatMap(request -> providers
                        .ask(payment.snapshot().terms().provider(), request)
                        .doOnNext(answer -> payment.answered(request, answer, step.now()))
                        .then(Mono.defer(() -> advance(payment, step, questions + 1))));
    }
}
