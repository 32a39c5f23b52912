package by.belparcel.eventing.grpc;

import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.edge.http.TraceHeaders;
import io.grpc.Metadata;
import io.grpc.Status;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** Which metadata of a call become headers of its HTTP request, and which headers of the answer become metadata. */
final class CallHeaders {

    private static final List<Metadata.Key<String>> IN = List.of(
            key("authorization"),
            key("idempotency-key"),
            key("traceparent"),
            key("tracestate"),
            key("x-trace-id"),
            key("x-correlation-id"),
            key("accept-language"),
            key("if-match"),
            key("user-agent"));
    private static final List<Metadata.Key<String>> OUT = List.of(
            key("x-trace-id"),
            key("x-correlation-id"),
            key("idempotency-replayed"),
            key("retry-after"),
            key("ratelimit"),
            key("ratelimit-policy"),
            key("etag"));
    private static final Metadata.Key<String> FORWARDED = key("x-forwarded-for");

    private CallHeaders() {}

    /**
     * Every value of every known key: what may stand only once is refused by the edge.
     *
     * @throws CallFailed when a value cannot stand in a header
     */
    static void toHttp(Metadata metadata, HttpHeaders headers) {
        for (Metadata.Key<String> each : IN) {
            Iterable<String> values = metadata.getAll(each);
            if (values == null) {
                continue;
            }
            for (String value : values) {
                if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
                    throw new CallFailed(Failure.of(
                            Status.Code.INVALID_ARGUMENT,
                            "MALFORMED_REQUEST",
                            "The metadata " + each.name() + " is not visible ASCII."));
                }
                headers.add(each.name(), value);
            }
        }
    }

    static Metadata toMetadata(HttpHeaders headers) {
        Metadata metadata = new Metadata();
        for (Metadata.Key<String> each : OUT) {
            String value = headers.get(each.name());
            if (value != null) {
                metadata.put(each, value);
            }
        }
        return metadata;
    }

    /** For a call that did not get to the edge: the ids that it would have answered with. */
    static Metadata identify(HttpHeaders headers) {
        Trace trace = TraceHeaders.read(headers, () -> {});
        Metadata metadata = new Metadata();
        metadata.put(key("x-trace-id"), trace.traceUuid());
        metadata.put(key("x-correlation-id"), trace.correlationId());
        return metadata;
    }

    /** The address of the caller, by the rule of the edge: so many proxies in front are believed. */
    static String clientAddress(Metadata metadata, String peer, int trustedHops) {
        String forwarded = trustedHops == 0 ? null : metadata.get(FORWARDED);
        if (forwarded != null) {
            List<String> hops = List.of(forwarded.split(",", -1));
            if (hops.size() >= trustedHops) {
                String hop = hops.get(hops.size() - trustedHops).strip();
                return hop.matches("[0-9A-Fa-f.:]{1,45}") ? hop : peer;
            }
        }
        return peer;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
