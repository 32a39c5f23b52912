package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;

/** So many requests at once, and so many more with every second. */
final class TokenBucket {

    private final String policy;
    private final int perSecond;
    private final int size;
    private double tokens;
    private long at = System.nanoTime();

    TokenBucket(String policy, int perSecond, int size) {
        this.policy = policy;
        this.perSecond = perSecond;
        this.size = size;
        this.tokens = size;
    }

    /**
     * @param now of {@link System#nanoTime()}
     * @throws Refused 429 with Retry-After
     */
    synchronized RateLimits.Left take(long now) {
        tokens = Math.min(size, tokens + (now - at) / 1e9 * perSecond);
        at = now;
        if (tokens < 1) {
            Rejection rejection =
                    Rejection.of(Rejection.Kind.RATE_LIMITED, "RATE_LIMITED", "Too many requests; try again later.");
            throw new Refused(
                    rejection,
                    Map.of(
                            "retry-after",
                            Long.toString(Math.max(1, Math.round((1 - tokens) / perSecond))),
                            "ratelimit",
                            "\"" + policy + "\";r=0;t=1",
                            "ratelimit-policy",
                            "\"" + policy + "\";q=" + perSecond + ";w=1"));
        }
        tokens -= 1;
        return new RateLimits.Left(policy, perSecond, (int) tokens);
    }
}
