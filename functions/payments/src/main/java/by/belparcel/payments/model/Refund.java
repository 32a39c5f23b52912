package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back: an entity with its own retries, visible until it is settled (D28).
 *
 * @param attempts questions to the provider so far
 * @param nextTryAt absent when nobody asks any more
 * @param settledAt when the provider confirmed it
 */
public record Refund(
        String id,
        Money amount,
        String reason,
        State state,
        int attempts,
        Instant requestedAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant settledAt) {

    /** PENDING and FAILED are still tried, MANUAL waits for people, SUCCEEDED is confirmed by the provider. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED,
        MANUAL
    }

    static Refund requested(String id, Money amount, String reason, Instant now, Instant nextTryAt) {
        return new Refund(id, amount, reason, State.PENDING, 0, now, nextTryAt, null);
    }

    public boolean open() {
        return state == State.PENDING || state == State.FAILED;
    }

    boolean due(Instant now) {
        return open() && nextTryAt != null && !nextTryAt.isAfter(now);
    }

    Refund dueAt(Instant at) {
        return new Refund(id, amount, reason, state, attempts, requestedAt, at, settledAt);
    }

    Refund settled(Instant at) {
        return new Refund(id, amount, reason, State.SUCCEEDED, attempts + 1, requestedAt, null, at);
    }

    Refund again(State next, Instant at) {
        return new Refund(id, amount, reason, next, attempts + 1, requestedAt, at, null);
    }

    Refund manual() {
        return new Refund(id, amount, reason, State.MANUAL, attempts + 1, requestedAt, null, null);
    }
}
