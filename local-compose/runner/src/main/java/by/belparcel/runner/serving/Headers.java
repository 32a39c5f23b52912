package by.belparcel.runner.serving;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers belong to one connection only (RFC 9110, 7.6.1) and are not passed on. */
final class Headers {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");

    private Headers() {}

    /** gRPC asks for it on every hop of HTTP/2: without it a peer need not send trailers. */
    static void acceptTrailers(MultiMap from, MultiMap to) {
        if ("trailers".equalsIgnoreCase(from.get("te"))) {
            to.set("te", "trailers");
        }
    }

    static void copyEndToEnd(MultiMap from, MultiMap to) {
        Set<String> named = new HashSet<>();
        for (String value : from.getAll("connection")) {
            for (String name : value.split(",", -1)) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !name.startsWith(":")) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }
}
