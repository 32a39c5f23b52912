package by.belparcel.alerts.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Which consumers have dead letters that nobody has taken out yet. */
public interface DeadLetters {

    /** Lets one transaction at a time count. @return the time by which its result is ordered */
    Mono<Instant> lock(Transaction tx);

    Mono<Void> dead(Transaction tx, String messageId, String consumer);

    Mono<Void> discarded(Transaction tx, String messageId, String consumer);

    /** A redrive says how many it took out, not which. */
    Mono<Void> redriven(Transaction tx, String redriveId, int resolved);

    /** Consumers of which nothing is left; all of them when as many were taken out as were dead. */
    Mono<List<String>> emptied(Transaction tx);
}
