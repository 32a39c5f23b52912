package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.telemetry.Metrics;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Duration;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** The listening socket: HTTP/1.1 with the limits of quality section 8. */
public final class HttpListener {

    private static final int LONGEST_LINE = 4 * 1024 + 64;
    private static final int LARGEST_HEADERS = 16 * 1024;

    private final DisposableServer server;

    private HttpListener(DisposableServer server) {
        this.server = server;
    }

    /**
     * @param host address to listen on
     * @param port 0 = any free one
     */
    public static HttpListener bind(
            String host,
            int port,
            LoopResources loops,
            HttpEdge edge,
            Duration requestTimeout,
            Duration idleTimeout,
            Metrics metrics) {
        ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
        DisposableServer server = HttpServer.create()
                .host(host)
                .port(port)
                .protocol(HttpProtocol.HTTP11)
                .runOn(loops, false)
                .channelGroup(channels)
                .idleTimeout(idleTimeout)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(LONGEST_LINE)
                        .maxHeaderSize(LARGEST_HEADERS)
                        .allowDuplicateContentLengths(false))
                .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                        .addAfter(
                                NettyPipeline.HttpCodec,
                                "belparcel.guard",
                                new RequestGuard(
                                        requestTimeout, () -> metrics.count("belparcel_malformed_requests_total"))))
                .handle(edge)
                .bindNow();
        return new HttpListener(server);
    }

    public int port() {
        return server.port();
    }

    public void await() {
        server.onDispose().block();
    }

    /** Stops accepting and waits for the requests in flight, at most this long. */
    public void stop(Duration longest) {
        server.disposeNow(longest);
    }
}
