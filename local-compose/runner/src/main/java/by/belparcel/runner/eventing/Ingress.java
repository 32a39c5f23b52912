package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.Addresses;
import by.belparcel.runner.manifest.BrokerManifest;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SinkManifest;
import by.belparcel.runner.serving.ClusterNetwork.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of Brokers and KafkaSinks: 202 after Kafka's acknowledgement, 400 for what is no event, 404 unknown
 * path, 405 other method, 503 when Kafka did not take it.
 */
public final class Ingress {

    private static final Logger LOG = System.getLogger(Ingress.class.getName());
    private static final byte[] EMPTY = {};

    private record Target(String topic, boolean structured) {}

    private final Map<String, Target> byAddress = new HashMap<>();
    private final Publication publisher;

    Ingress(Manifests manifests, Publication publisher) {
        this.publisher = publisher;
        for (BrokerManifest broker : manifests.brokers()) {
            byAddress.put(broker.address().getHost() + broker.address().getPath(), new Target(broker.topic(), false));
        }
        for (SinkManifest sink : manifests.sinks()) {
            byAddress.put(
                    sink.address().getHost() + sink.address().getPath(), new Target(sink.topic(), sink.structured()));
        }
    }

    /** Whether requests to this cluster host belong here. */
    public boolean serves(@Nullable String host) {
        return Addresses.BROKER_HOST.equals(host) || Addresses.SINK_HOST.equals(host);
    }

    /** Answers a request to {@code host}; never blocks, never fails. */
    public CompletableFuture<Reply> receive(
            String host, String method, String path, Map<String, String> headers, byte[] body) {
        Map<String, String> lower = HttpFormat.lower(headers);
        if (method.equals("GET") && "probe".equals(lower.get("k-network-probe"))) {
            return answer(200, Map.of("k-network-hash", lower.getOrDefault("k-network-hash", "")));
        }
        if (!method.equals("POST")) {
            return answer(405, Map.of("allow", "POST"));
        }
        Target target = byAddress.get(host + path);
        if (target == null) {
            return answer(404, Map.of());
        }
        Event event;
        try {
            event = HttpFormat.read(lower, body);
        } catch (NoEventException e) {
            LOG.log(Level.WARNING, "{0}{1}: 400, {2}", host, path, e.getMessage());
            return answer(400, Map.of());
        }
        return publisher.publish(target.topic(), event, target.structured(), 0).handle((done, failure) -> {
            if (failure != null) {
                LOG.log(Level.WARNING, "{0}{1}: 503, {2}", host, path, failure.toString());
            }
            return new Reply(failure == null ? 202 : 503, Map.of(), EMPTY);
        });
    }

    private static CompletableFuture<Reply> answer(int status, Map<String, String> headers) {
        return CompletableFuture.completedFuture(new Reply(status, headers, EMPTY));
    }
}
