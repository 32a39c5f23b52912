package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.outcome.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A token bucket per caller in this process (domain README 4.8). It bounds what one caller can take from one process; the
 * sum over processes is bounded by their number. Numbers are requests a second; a bucket holds two seconds' worth.
 */
public final class RateLimits {

    private static final int MOST_CALLERS = 10_000;
    private static final String DEFAULTS = "shop=50,staff=20,anonymous=20,service=0";
    private static final String STAFF = "staff";

    private final Map<String, Integer> perSecond;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private RateLimits(Map<String, Integer> perSecond) {
        this.perSecond = perSecond;
    }

    /** Setting {@code belparcel.edge.rate-limits}: {@code role=requests-a-second,..}; 0 = no limit; {@code off} = none at all. */
    public static RateLimits from(Settings settings) {
        String text = settings.text("belparcel.edge.rate-limits", DEFAULTS);
        Map<String, Integer> limits = new HashMap<>();
        for (String part : text.equals("off") ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalStateException("BELPARCEL_EDGE_RATE_LIMITS needs role=number, separated by commas");
            }
            limits.put(
                    part.substring(0, equals).strip(),
                    Integer.parseInt(part.substring(equals + 1).strip()));
        }
        return new RateLimits(Map.copyOf(limits));
    }

    /** What is left for the caller after this request. */
    record Left(int perSecond, int remaining) {}

    /** @throws Refused 429 with Retry-After */
    Left take(Principal principal, String address) {
        int limit = limitOf(principal);
        if (limit == 0) {
            return new Left(0, 0);
        }
        if (buckets.size() > MOST_CALLERS) {
            buckets.clear();
        }
        String key = principal.tokenId() == null ? "ip:" + address : principal.subject();
        return buckets.computeIfAbsent(key, any -> new Bucket(limit)).take(System.nanoTime());
    }

    private int limitOf(Principal principal) {
        if (perSecond.isEmpty()) {
            return 0;
        }
        if (principal.tokenId() == null) {
            return perSecond.getOrDefault("anonymous", 0);
        }
        int most = -1;
        for (String role : principal.roles()) {
            int limit = perSecond.getOrDefault(role, perSecond.getOrDefault(STAFF, 0));
            if (limit == 0) {
                return 0;
            }
            most = Math.max(most, limit);
        }
        return most < 0 ? perSecond.getOrDefault("anonymous", 0) : most;
    }

    private static final class Bucket {

        private final int perSecond;
        private double tokens;
        private long at = System.nanoTime();

        Bucket(int perSecond) {
            this.perSecond = perSecond;
            this.tokens = perSecond * 2.0;
        }

        synchronized Left take(long now) {
            tokens = Math.min(perSecond * 2.0, tokens + (now - at) / 1e9 * perSecond);
            at = now;
            if (tokens < 1) {
                Rejection rejection = Rejection.of(
                        Rejection.Kind.RATE_LIMITED, "RATE_LIMITED", "Too many requests; try again later.");
                throw new Refused(
                        rejection,
                        Map.of(
                                "retry-after",
                                Long.toString(Math.max(1, Math.round((1 - tokens) / perSecond))),
                                "ratelimit",
                                "\"default\";r=0;t=1",
                                "ratelimit-policy",
                                "\"default\";q=" + perSecond + ";w=1"));
            }
            tokens -= 1;
            return new Left(perSecond, (int) tokens);
        }
    }
}
