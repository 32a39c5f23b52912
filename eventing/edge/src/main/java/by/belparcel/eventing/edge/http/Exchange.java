package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Notes;
import by.belparcel.eventing.edge.call.Trace;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** One request and its answer while they are handled; touched by one event loop thread at a time. */
final class Exchange {

    final HttpServerRequest request;
    final HttpServerResponse response;
    final Notes notes;
    final long startedAt = System.nanoTime();
    final long startedMillis = System.currentTimeMillis();

    @Nullable
    RequestPath path;

    @Nullable
    Endpoint endpoint;

    RateLimits.@Nullable Left left;

    Exchange(HttpServerRequest request, HttpServerResponse response, Trace trace) {
        this.request = request;
        this.response = response;
        this.notes = new Notes(trace);
    }

    String method() {
        return request.method().name();
    }

    HttpHeaders headers() {
        return request.requestHeaders();
    }

    @Nullable
    String header(String name) {
        return headers().get(name);
    }

    /** Path template for metrics, spans and logs: never a value of the caller. */
    String template() {
        return endpoint == null ? "unknown" : endpoint.path();
    }

    boolean isEvent() {
        return endpoint instanceof Endpoint.Events;
    }

    /**
     * The host that the page's browser asked: a gateway rewrites Host to the Service's own name.
     *
     * @param trustedHops proxies in front whose X-Forwarded-Host is believed
     */
    @Nullable
    String publicHost(int trustedHops) {
        String forwarded = trustedHops == 0 ? null : header("x-forwarded-host");
        return forwarded != null ? forwarded : header("host");
    }

    /** @param trustedHops proxies in front whose entry in X-Forwarded-For is believed */
    String clientAddress(int trustedHops) {
        String forwarded = trustedHops == 0 ? null : header("x-forwarded-for");
        if (forwarded != null) {
            List<String> hops = List.of(forwarded.split(",", -1));
            if (hops.size() >= trustedHops) {
                return hops.get(hops.size() - trustedHops).strip();
            }
        }
        InetSocketAddress remote = request.remoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
