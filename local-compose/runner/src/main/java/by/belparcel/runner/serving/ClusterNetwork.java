package by.belparcel.runner.serving;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The cluster's own network as a sender of events sees it. An address of the form {@code http://<svc>.<ns>.svc.cluster.local/path}
 * (port 80 or none) goes straight to the service, which is started when it has no instance; any other http address is called as
 * it stands.
 */
@FunctionalInterface
public interface ClusterNetwork {

    /** Posts once, without retry. No connection, no complete answer or no answer in time completes exceptionally. */
    CompletableFuture<Reply> post(URI clusterUrl, Map<String, String> headers, byte[] body, Duration timeout);

    /** An answer; header names are lower case, repeated headers are joined by a comma. */
    record Reply(int status, Map<String, String> headers, byte[] body) {}
}
