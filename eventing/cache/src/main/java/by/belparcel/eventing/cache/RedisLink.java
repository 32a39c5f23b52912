package by.belparcel.eventing.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The connection to Redis. It is opened in the background when it is wanted for the first time, and nobody waits for it: a
 * process that starts cold answers from the source. A lost connection is opened again by the driver; meanwhile commands fail at once.
 */
final class RedisLink implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final String url;
    private final long pause;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Open> open = new AtomicReference<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    private final AtomicLong nextTry;

    private enum Phase {
        IDLE,
        CONNECTING,
        OPEN,
        CLOSED
    }

    private record Open(
            ClientResources resources, RedisClient client, StatefulRedisConnection<String, byte[]> connection) {

        void close() {
            var unused = connection.closeAsync().whenComplete((done, error) -> release(resources, client));
        }
    }

    /** @param pause before another attempt to connect for the first time */
    RedisLink(String url, Duration pause, LongSupplier nanos) {
        this.url = url;
        this.pause = pause.toNanos();
        this.nanos = nanos;
        this.nextTry = new AtomicLong(nanos.getAsLong());
    }

    /** Null until the connection stands. */
    @Nullable
    RedisReactiveCommands<String, byte[]> commands() {
        Open ready = open.get();
        if (ready != null) {
            return ready.connection().reactive();
        }
        if (nanos.getAsLong() - nextTry.get() >= 0 && phase.compareAndSet(Phase.IDLE, Phase.CONNECTING)) {
            Mono.fromRunnable(this::connect)
                    .subscribeOn(Schedulers.boundedElastic())
                    .subscribe();
        }
        return null;
    }

    private void connect() {
        ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(5), 2, TimeUnit.MILLISECONDS))
                .build();
        RedisClient client = null;
        try {
            RedisURI uri = RedisURI.create(url);
            client = RedisClient.create(resources, uri);
            client.setOptions(ClientOptions.builder()
                    .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                    .socketOptions(
                            SocketOptions.builder().connectTimeout(CONNECT).build())
                    .build());
            Open opened = new Open(resources, client, client.connect(CODEC));
            open.set(opened);
            if (!phase.compareAndSet(Phase.CONNECTING, Phase.OPEN)) {
                close();
            }
        } catch (RuntimeException unreachable) {
            release(resources, client);
            nextTry.set(nanos.getAsLong() + pause);
            phase.compareAndSet(Phase.CONNECTING, Phase.IDLE);
        }
    }

    private static void release(ClientResources resources, @Nullable RedisClient client) {
        if (client == null) {
            end(resources);
        } else {
            var unused = client.shutdownAsync(0, 0, TimeUnit.SECONDS).thenRun(() -> end(resources));
        }
    }

    private static void end(ClientResources resources) {
        var unused = resources.shutdown(0, 0, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        phase.set(Phase.CLOSED);
        Open opened = open.getAndSet(null);
        if (opened != null) {
            opened.close();
        }
    }
}
