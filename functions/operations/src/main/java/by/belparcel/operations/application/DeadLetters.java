package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import by.belparcel.operations.model.DeliveryFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored dead letters. */
public interface DeadLetters {

    /** Adds a dead letter or, when the same event failed at the same consumer before, counts the new failure. */
    Mono<Recorded> record(Transaction tx, String newId, EventEnvelope event, DeliveryFailure failure, Instant now);

    Mono<DeadLetter> find(Transaction tx, String id);

    /** As {@link #find}, and nobody else decides about it until the transaction ends. */
    Mono<DeadLetter> lock(Transaction tx, String id);

    /** Oldest first; null criteria do not restrict. */
    Mono<List<DeadLetter>> list(Transaction tx, Criteria criteria, int limit);

    /** Moves one letter; counts a redrive when the new state is REDRIVING. */
    Mono<Long> move(Transaction tx, String id, DeadLetterState to, @Nullable String reason);

    /** @param created whether it is a new dead letter */
    record Recorded(String id, DeadLetterState state, String fingerprint, boolean created) {}

    /** @param after position (first_at, id) of the last row of the page before */
    record Criteria(
            @Nullable String fingerprint,
            @Nullable String consumer,
            @Nullable String eventType,
            @Nullable DeadLetterState state,
            @Nullable Position after) {

        public static final Criteria ALL = new Criteria(null, null, null, null, null);
    }

    record Position(Instant firstAt, String id) {}
}
