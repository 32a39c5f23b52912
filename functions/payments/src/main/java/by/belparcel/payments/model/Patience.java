package by.belparcel.payments.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a provider has been silent, and when it is asked again. */
final class Patience {

    private final RetryPolicy policy;
    private int tries;
    private @Nullable Instant retryAt;

    Patience(PaymentSnapshot from, RetryPolicy policy) {
        this.policy = policy;
        this.tries = from.tries();
        this.retryAt = from.retryAt();
    }

    int tries() {
        return tries;
    }

    @Nullable
    Instant retryAt() {
        return retryAt;
    }

    /** Whether it is too early to ask. */
    boolean waits(Instant now) {
        return retryAt != null && retryAt.isAfter(now);
    }

    void answered() {
        tries = 0;
        retryAt = null;
    }

    void askAt(Instant at) {
        retryAt = at;
    }

    /** The next question is a new one, not one that stayed without answer. */
    void askSoon(Instant now) {
        retryAt = policy.nextTry(1, now);
    }

    void askLater(Instant now) {
        tries++;
        retryAt = policy.nextTry(tries, now);
    }

    /** @return when an authorisation is asked for again, null when it is given up */
    @Nullable
    Instant unanswered(Instant requestedAt, Instant now) {
        tries++;
        if (!policy.exhausted(tries)) {
            retryAt = policy.nextQuery(requestedAt, tries, now);
            return retryAt;
        }
        return null;
    }

    /** Whether this is the moment to tell people, once in a row of silence. */
    boolean lost() {
        return tries == policy.queries().size();
    }
}
