package by.belparcel.eventing.grpc;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits of the gRPC listener; every one is a setting {@code belparcel.grpc.*}.
 *
 * @param port 0 = any free one
 * @param metricsPort where probes and metrics are answered over HTTP/1.1; -1 = nowhere
 * @param messageBytes largest usual request
 * @param headerBytes largest metadata of a request
 * @param streams calls at once on one connection
 * @param pingInterval pings that come more often end the connection
 * @param drain how long calls in flight may still take after SIGTERM
 * @param trustedHops proxies in front whose X-Forwarded-For entry is believed
 */
record GrpcSettings(
        String host,
        int port,
        int metricsPort,
        int messageBytes,
        int headerBytes,
        int streams,
        Duration pingInterval,
        Duration idle,
        Duration drain,
        int trustedHops) {

    private static final int MIB = 1024 * 1024;
    private static final String HTTP_PORT = "BELPARCEL_GRPC_HTTP_PORT";

    static GrpcSettings from(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        return new GrpcSettings(
                settings.text("belparcel.edge.host", "0.0.0.0"),
                (int) settings.number("PORT", 8080),
                (int) settings.number("METRICS_PORT", -1),
                (int) settings.number("belparcel.grpc.message-bytes", 4 * MIB),
                (int) settings.number("belparcel.grpc.header-bytes", 16 * 1024),
                (int) settings.number("belparcel.grpc.streams", 100),
                settings.duration("belparcel.grpc.ping-interval", Duration.ofSeconds(30)),
                settings.duration("belparcel.grpc.idle-timeout", Duration.ofMinutes(5)),
                settings.duration("belparcel.edge.drain-timeout", Duration.ofSeconds(20)),
                (int) settings.number("belparcel.edge.trusted-hops", 0));
    }

    /**
     * The environment of the HTTP edge behind the face: on the loopback address, on a port of its own, and behind exactly one
     * hop, which is the face.
     */
    static Map<String, String> behind(Map<String, String> environment) {
        Map<String, String> inner = new HashMap<>(environment);
        inner.put("PORT", environment.getOrDefault(HTTP_PORT, "0"));
        inner.put("BELPARCEL_EDGE_HOST", "127.0.0.1");
        inner.put("BELPARCEL_EDGE_TRUSTED_HOPS", "1");
        return Map.copyOf(inner);
    }
}
