package by.belparcel.eventing.edge.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cross-origin rules: an origin is allowed when it stands literally in the list; nothing is ever allowed by pattern. */
final class Cors {

    private static final String EXPOSED =
            "ETag, Location, Retry-After, X-Trace-ID, X-Correlation-ID, RateLimit, RateLimit-Policy, Idempotency-Replayed";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Trace-ID, X-Correlation-ID, traceparent";

    private final Set<String> origins;

    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Headers of a real answer. */
    void mark(@Nullable String origin, HttpHeaders answer) {
        if (origins.isEmpty()) {
            return;
        }
        answer.add("vary", "Origin");
        if (origin != null && origins.contains(origin)) {
            answer.set("access-control-allow-origin", origin);
            answer.set("access-control-expose-headers", EXPOSED);
        }
    }

    /** Headers of the answer to a preflight request. */
    void preflight(@Nullable String origin, Set<String> methods, HttpHeaders answer) {
        mark(origin, answer);
        if (origin != null && origins.contains(origin)) {
            answer.set("access-control-allow-methods", String.join(", ", methods));
            answer.set("access-control-allow-headers", REQUEST_HEADERS);
            answer.set("access-control-max-age", "600");
        }
    }
}
