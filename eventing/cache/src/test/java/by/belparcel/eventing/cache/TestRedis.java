package by.belparcel.eventing.cache;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A real Redis of its own, which can be killed and started again at the same port. */
final class TestRedis implements AutoCloseable {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final int port;
    private RedisServer server;

    TestRedis() {
        this.port = freePort();
        this.server = start();
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    void kill() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing happens when it still runs. */
    void startAgain() {
        if (!server.isActive()) {
            server = start();
        }
    }

    /** Runs a command over a connection of its own. */
    <T> T with(Function<RedisCommands<String, byte[]>, T> work) {
        try (RedisClient client = RedisClient.create(url());
                StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC)) {
            return work.apply(connection.sync());
        }
    }

    @Override
    public void close() {
        kill();
    }

    private RedisServer start() {
        try {
            RedisServer started = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
