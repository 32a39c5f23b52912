package by.belparcel.operations.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists over dead letters, parked keys and events that nobody accounts for. */
public interface Overviews {

    /** Dead letters that failed in the same way, largest group first. */
    Mono<List<Group>> groups(Transaction tx);

    /** Keys that a relay or a consumer holds back. */
    Mono<List<ParkedKey>> parkedKeys(Transaction tx);

    /** Published events of the last day, older than a minute, that a subscriber has neither in its inbox nor in the dead letters. */
    Mono<List<Missing>> missing(Transaction tx, int limit);

    record Group(
            String fingerprint,
            String consumer,
            String type,
            String reason,
            String errorClass,
            long open,
            long total,
            Instant firstAt,
            Instant lastAt) {}

    /** @param holder {@code outbox}, or the consumer behind whose dead letter the key waits */
    record ParkedKey(
            String holder,
            String key,
            String state,
            int attempts,
            long waiting,
            @Nullable Instant nextAttemptAt,
            String lastError) {}

    record Missing(String eventId, String type, String key, String consumer, Instant createdAt) {}
}
