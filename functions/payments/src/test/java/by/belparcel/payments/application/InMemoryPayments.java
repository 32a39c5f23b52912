package by.belparcel.payments.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.Posting;
import by.belparcel.payments.model.RetryPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The in-memory twin of the tables, with a way back to an earlier moment: a transaction that never committed. */
final class InMemoryPayments implements PaymentStore, OrderNotes {

    private Map<String, PaymentSnapshot> payments = new HashMap<>();
    private List<Posting> ledger = new ArrayList<>();
    private Set<String> cancelled = new HashSet<>();

    record Moment(Map<String, PaymentSnapshot> payments, List<Posting> ledger, Set<String> cancelled) {}

    Moment now() {
        return new Moment(new HashMap<>(payments), new ArrayList<>(ledger), new HashSet<>(cancelled));
    }

    void back(Moment moment) {
        payments = moment.payments();
        ledger = moment.ledger();
        cancelled = moment.cancelled();
    }

    List<Posting> ledger() {
        return List.copyOf(ledger);
    }

    List<PaymentSnapshot> all() {
        return List.copyOf(payments.values());
    }

    @Override
    public Mono<Payment> byId(Transaction tx, String id) {
        return Mono.fromSupplier(() -> payments.get(id)).map(p -> Payment.restored(p, RetryPolicy.DEFAULT));
    }

    @Override
    public Mono<Payment> byOrder(Transaction tx, String orderId) {
        return Mono.fromSupplier(() -> payments.values().stream()
                        .filter(p -> p.terms().orderId().equals(orderId))
                        .findFirst()
                        .orElse(null))
                .map(p -> Payment.restored(p, RetryPolicy.DEFAULT));
    }

    @Override
    public Mono<Added> add(Transaction tx, Payment payment) {
        return Mono.fromSupplier(() -> {
            PaymentSnapshot p = payment.snapshot();
            boolean added = payments.putIfAbsent(p.terms().id(), next(p)) == null;
            return new Added(added, cancelled.contains(p.terms().orderId()));
        });
    }

    @Override
    public Mono<Boolean> save(Transaction tx, Payment payment) {
        return Mono.fromSupplier(() -> {
            PaymentSnapshot p = payment.snapshot();
            PaymentSnapshot stored = payments.get(p.terms().id());
            if (stored == null || stored.version() != p.version()) {
                return false;
            }
            payments.put(p.terms().id(), next(p));
            ledger.addAll(payment.postings());
            return true;
        });
    }

    @Override
    public Mono<Void> cancelled(Transaction tx, String orderId, String reason, Instant at) {
        return Mono.fromRunnable(() -> cancelled.add(orderId));
    }

    private static PaymentSnapshot next(PaymentSnapshot p) {
        return new PaymentSnapshot(
                p.terms(),
                p.state(),
                p.captured(),
                p.refunded(),
                p.toCapture(),
                p.providerRef(),
                p.declineCode(),
                p.authExpiresAt(),
                p.authorization(),
                p.wishes(),
                p.tries(),
                p.retryAt(),
                p.refunds(),
                p.comebacks(),
                p.version() + 1);
    }
}
