package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.BackoffPolicy;
import by.belparcel.runner.manifest.DeliveryPolicy;
import java.time.Duration;

/** How long to wait before retry n = 1, 2, ..: the Kafka data plane and the channel-based broker disagree. */
public enum BackoffFormula {
    /** {@code delay*2^n} or {@code delay*n}. */
    KAFKA,
    /** {@code delay*2^(n-1)} or {@code delay*(n-1)}. */
    MT;

    private static final int MOST_DOUBLINGS = 30;

    Duration before(int retry, DeliveryPolicy policy) {
        int n = this == KAFKA ? retry : retry - 1;
        return policy.backoff() == BackoffPolicy.LINEAR
                ? policy.delay().multipliedBy(n)
                : policy.delay().multipliedBy(1L << Math.min(n, MOST_DOUBLINGS));
    }
}
