package by.belparcel.payments.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.PaymentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds payments for lists and for the comparison with the provider's book. */
public interface PaymentSearch {

    /** Newest first. */
    Mono<List<PaymentSnapshot>> page(Transaction tx, Filter filter, int limit);

    /** What our ledger says in [from, to) of payments at this provider. */
    Mono<List<BookLine>> booked(Transaction tx, String provider, Instant from, Instant to);

    /**
     * @param from inclusive
     * @param to exclusive
     * @param beforeTime with {@code beforeId}: only what comes after this position
     */
    record Filter(
            @Nullable PaymentState state,
            @Nullable String shopId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant beforeTime,
            @Nullable String beforeId) {}
}
