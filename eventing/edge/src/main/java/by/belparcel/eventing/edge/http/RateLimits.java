package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token buckets in this process (domain README 4.8): one per caller, and for the paths of the pick-up point one more per
 * handler and terminal. They bound what one caller can take from one process; the sum over processes is bounded by their
 * number. A caller's bucket holds two seconds' worth.
 */
public final class RateLimits {

    private static final int MOST_BUCKETS = 10_000;
    private static final String DEFAULTS = "shop=50,staff=20,anonymous=20,service=0";
    private static final String STAFF = "staff";

    private final Map<String, Integer> perSecond;
    private final TerminalRate terminals;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    private RateLimits(Map<String, Integer> perSecond, TerminalRate terminals) {
        this.perSecond = perSecond;
        this.terminals = terminals;
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
        return new RateLimits(Map.copyOf(limits), TerminalRate.from(settings));
    }

    /** What is left for the caller after this request. */
    record Left(String policy, int perSecond, int remaining) {

        static final Left UNLIMITED = new Left("default", 0, 0);
    }

    /** @throws by.belparcel.eventing.edge.call.Refused 429 with Retry-After */
    Left take(Principal principal, String address) {
        int limit = limitOf(principal);
        if (limit == 0) {
            return Left.UNLIMITED;
        }
        String key = principal.tokenId() == null ? "ip:" + address : principal.subject();
        return take(key, "default", limit, limit * 2);
    }

    /**
     * As {@link #take(Principal, String)}, and where the route is limited per handler that bucket as well; what is told is the
     * one with less left.
     *
     * @param handler name of the function
     */
    Left take(Principal principal, String address, HttpRoute route, String handler) {
        Left caller = take(principal, address);
        if (!terminals.limits(route.path())) {
            return caller;
        }
        String key = handler + ' ' + principal.subject() + ' ' + address;
        Left terminal = take(key, "handler", terminals.perSecond(), terminals.bucket());
        return caller.perSecond() > 0 && caller.remaining() < terminal.remaining() ? caller : terminal;
    }

    private Left take(String key, String policy, int rate, int size) {
        if (buckets.size() > MOST_BUCKETS) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(key, any -> new TokenBucket(policy, rate, size))
                .take(System.nanoTime());
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
}
