package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.live.LiveSessions;
import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.edge.telemetry.Spans;
import by.belparcel.eventing.handling.Tokens;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP side is made of.
 *
 * @param eventSecret shared secret of event signatures, null = events are not signed
 * @param live null where no route is live
 * @param trustedHops proxies in front whose X-Forwarded-For entry is believed
 * @param codes status codes of the compatibility profile
 */
public record EdgeParts(
        Supplier<Tokens> tokens,
        Policies policies,
        RateLimits rateLimits,
        Metrics metrics,
        Spans spans,
        Health health,
        @Nullable LiveSessions live,
        Set<String> corsOrigins,
        @Nullable String eventSecret,
        int trustedHops,
        CompatibleCodes codes) {}
