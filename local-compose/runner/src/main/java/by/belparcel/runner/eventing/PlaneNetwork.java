package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Posts to Brokers and KafkaSinks stay in the process, everything else goes over the cluster's network. */
final class PlaneNetwork implements ClusterNetwork {

    private final Ingress ingress;
    private final ClusterNetwork outer;

    PlaneNetwork(Ingress ingress, ClusterNetwork outer) {
        this.ingress = ingress;
        this.outer = outer;
    }

    @Override
    public CompletableFuture<Reply> post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        return ingress.serves(url.getHost())
                ? ingress.receive(url.getHost(), "POST", url.getPath(), headers, body)
                        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                : outer.post(url, headers, body, timeout);
    }
}
