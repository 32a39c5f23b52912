package by.belparcel.runner.serving;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Cluster addresses that the runner answers itself: the ingress of Brokers and KafkaSinks. */
public final class Mounts {

    /** A handler of all requests to one address; {@code path} has the query, header names are as they came. */
    @FunctionalInterface
    public interface Mounted {

        CompletableFuture<ClusterNetwork.Reply> handle(
                String method, String path, Map<String, String> headers, byte[] body);
    }

    private final Map<ServiceKey, Mounted> mounted = new ConcurrentHashMap<>();

    /** Answers {@code http://<name>.<namespace>.svc.cluster.local/...} with the handler. */
    public void mount(ServiceKey key, Mounted handler) {
        mounted.put(key, handler);
    }

    Optional<Mounted> find(ServiceKey key) {
        return Optional.ofNullable(mounted.get(key));
    }
}
