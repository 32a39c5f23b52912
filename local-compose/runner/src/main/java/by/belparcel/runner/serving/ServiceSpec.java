package by.belparcel.runner.serving;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service as processes. {@code containerConcurrency} 0 means unlimited; {@code timeout} bounds a whole request,
 * {@code responseStart} (none = off) the wait for its first byte; {@code readinessPath} none means a TCP probe,
 * {@code grpc:<service>} a question to grpc.health.v1.
 */
public record ServiceSpec(
        String namespace,
        String name,
        boolean isPublic,
        Launch launch,
        int containerConcurrency,
        Duration timeout,
        @Nullable Duration responseStart,
        Scale scale,
        @Nullable String readinessPath,
        boolean h2c) {

    private static final int QUEUE_FACTOR = 10;
    private static final int UNLIMITED_QUEUE = 10_000;

    /** What is started, where and with which environment (nothing else of ours is passed on but PATH and the like). */
    public record Launch(List<String> command, Path directory, Map<String, String> env) {

        public Launch {
            command = List.copyOf(command);
            env = Map.copyOf(env);
        }
    }

    /** Bounds and target of scaling; {@code max} 0 = as many as the runner allows, {@code target} in requests per instance. */
    public record Scale(int min, int max, int initial, double target, Duration window, Duration retention) {

        /** From zero, with Knative's defaults. */
        public static Scale defaults() {
            return new Scale(0, 0, 1, 70, Duration.ofSeconds(60), Duration.ZERO);
        }
    }

    /** Namespace and name, as they stand in a cluster address. */
    public ServiceKey key() {
        return new ServiceKey(namespace, name);
    }

    /** How many requests may wait while {@code instances} instances are busy (S: queue-proxy queues 10 times its concurrency). */
    int queueLimit(int instances) {
        return containerConcurrency == 0
                ? UNLIMITED_QUEUE
                : containerConcurrency * QUEUE_FACTOR * Math.max(1, instances);
    }
}
