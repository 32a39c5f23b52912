package by.belparcel.runner.manifest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Knative Service after defaulting, with its environment resolved from ConfigMaps, Secrets and SinkBindings.
 * {@code containerConcurrency} 0 means unlimited; {@code responseStartTimeout} and {@code idleTimeout} are null when off.
 */
public record ServiceManifest(
        Key key,
        String image,
        List<String> command,
        List<String> args,
        Map<String, String> env,
        int port,
        boolean h2c,
        boolean clusterLocal,
        int containerConcurrency,
        Duration timeout,
        @Nullable Duration responseStartTimeout,
        @Nullable Duration idleTimeout,
        Scaling scaling,
        Readiness readiness,
        Map<String, String> annotations,
        Place place) {

    /** The address that a reference to this Service resolves to. */
    public URI address() {
        return Addresses.service(key);
    }

    /** Autoscaling annotations of the revision; {@code maxScale} 0 means unlimited, {@code target} is already × utilization. */
    public record Scaling(
            int minScale,
            int maxScale,
            int initialScale,
            int activationScale,
            Metric metric,
            double target,
            Duration window,
            Duration scaleDownDelay,
            Duration retention) {}

    /** What the autoscaler counts. */
    public enum Metric {
        CONCURRENCY,
        RPS
    }

    /**
     * The readiness probe; {@code path} null means a TCP probe and {@code grpc:<service>} one of grpc.health.v1, {@code period} null
     * means Knative's 50 ms probing.
     */
    public record Readiness(@Nullable String path, @Nullable Duration period) {}
}
