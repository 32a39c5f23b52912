package by.belparcel.payments.application;

import by.belparcel.payments.model.ProviderAnswer;
import by.belparcel.payments.model.ProviderRequest;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Somebody who moves money. Its memory is not ours: what it did stays done when our transaction rolls back. */
public interface PaymentProvider {

    String name();

    /** Does it or tells what became of it: requests with the same key have one effect. May be slow, silent or fail. */
    Mono<ProviderAnswer> send(ProviderRequest request);

    /** What the provider booked in [from, to), for reconciliation. */
    Mono<List<BookLine>> book(Instant from, Instant to);
}
