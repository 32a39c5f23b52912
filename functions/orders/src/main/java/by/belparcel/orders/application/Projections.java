package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Facts of other contexts that orders keep. */
public interface Projections {

    /** False when a newer fact of the same payment is already there. */
    Mono<Boolean> recordPayment(Transaction tx, PaymentFact fact);

    /** @param content JSON of the rule set; a version that is known stays as it is */
    Mono<Void> adoptRuleSet(Transaction tx, String version, String content, Instant effectiveFrom, Instant activatedAt);
}
