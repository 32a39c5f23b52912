package by.belparcel.pvzcli.remote;

import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * Connections of this process, one per address, so that a conversation connects once. The key is a text: a record's own
 * hashCode would be linked anew in every process.
 */
public final class Channels implements AutoCloseable {

    private static final int LARGEST_REPLY = 16 * 1024 * 1024;

    private final Map<String, ManagedChannel> open = new HashMap<>();

    public PvzClient client(CallSettings settings) {
        Endpoint endpoint = settings.endpoint();
        ManagedChannel known = open.get(endpoint.toString());
        if (known == null) {
            known = connect(endpoint);
            open.put(endpoint.toString(), known);
        }
        return new PvzClient(known, settings);
    }

    private static ManagedChannel connect(Endpoint endpoint) {
        OkHttpChannelBuilder builder = OkHttpChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                .directExecutor()
                // Repetition is ours: the key must stay and the pauses must be known.
                .disableRetry()
                .disableServiceConfigLookUp()
                .proxyDetector(target -> null)
                .maxInboundMessageSize(LARGEST_REPLY);
        return (endpoint.tls() ? builder : builder.usePlaintext()).build();
    }

    @Override
    public void close() {
        open.values().forEach(ManagedChannel::shutdownNow);
        open.clear();
    }
}
