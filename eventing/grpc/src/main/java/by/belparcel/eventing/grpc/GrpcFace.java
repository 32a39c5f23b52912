package by.belparcel.eventing.grpc;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.edge.telemetry.Log;
import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A function process that speaks gRPC on its port. Each unary call becomes the HTTP call of its google.api.http rule against
 * the same process's edge, which listens on the loopback address only: authentication, authorisation, idempotency, limits,
 * validation, traces and metrics are the same code.
 */
public final class GrpcFace {

    /** Bytes: far above any method's own limit, which answers with a code of the domain. */
    private static final int UNREADABLE = 16 * 1024 * 1024;

    private static final int RESETS = 200;
    private static final int RESET_SECONDS = 30;
    private static final int PING_SECONDS = 60;

    private static final Log LOG = new Log("by.belparcel.grpc");

    private final FunctionServer functions;
    private final Server server;
    private final ReadinessHealth health;
    private final EdgeClient edge;
    private final GrpcSettings settings;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private GrpcFace(
            FunctionServer functions, Server server, ReadinessHealth health, EdgeClient edge, GrpcSettings settings) {
        this.functions = functions;
        this.server = server;
        this.health = health;
        this.edge = edge;
        this.settings = settings;
    }

    /** The configuration of the HTTP edge that a face stands before. */
    public static EdgeConfig behind(Map<String, String> environment) {
        return EdgeConfig.from(GrpcSettings.behind(environment));
    }

    /**
     * Serves the contracts.
     *
     * @param environment of the face: PORT is where it listens
     * @param runtime of {@link #behind}
     * @param functions the edge behind the face, which is stopped with it
     * @throws IllegalStateException with a message for the operator when it cannot listen
     */
    public static GrpcFace start(
            Map<String, String> environment,
            EdgeRuntime runtime,
            FunctionServer functions,
            List<GrpcContract> contracts) {
        GrpcSettings settings = GrpcSettings.from(environment);
        EventLoopGroup loops = runtime.loopResources().onServer(false);
        EdgeClient edge = new EdgeClient(runtime.loopResources(), functions.port());
        List<String> names =
                contracts.stream().map(each -> each.service().getFullName()).toList();
        ReadinessHealth health = new ReadinessHealth(functions::ready, names, loops);
        FaceService services = new FaceService(settings, edge, loops, runtime.meter());
        NettyServerBuilder builder = builder(settings)
                .bossEventLoopGroup(runtime.loopResources().onServerSelect(false))
                .workerEventLoopGroup(loops)
                .addService(health.service())
                .fallbackHandlerRegistry(new RareServices());
        contracts.forEach(contract -> builder.addService(services.of(contract)));
        Server server = builder.build();
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot listen on port " + settings.port(), e);
        }
        if (settings.metricsPort() >= 0) {
            functions.answerProbesAt(settings.host(), settings.metricsPort());
        }
        return new GrpcFace(functions, server, health, edge, settings);
    }

    private static NettyServerBuilder builder(GrpcSettings settings) {
        // The allocator of the rest of the process, not one more.
        if (System.getProperty("io.grpc.netty.useCustomAllocator") == null) {
            System.setProperty("io.grpc.netty.useCustomAllocator", "false");
        }
        return NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
                .channelType(NioServerSocketChannel.class)
                .directExecutor()
                .decompressorRegistry(DecompressorRegistry.emptyInstance()
                        .with(new LateGunzip(), true)
                        .with(Codec.Identity.NONE, false))
                .maxInboundMessageSize(UNREADABLE)
                .maxInboundMetadataSize(settings.headerBytes())
                .maxConcurrentCallsPerConnection(settings.streams())
                .maxRstFramesPerWindow(RESETS, RESET_SECONDS)
                .permitKeepAliveTime(settings.pingInterval().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
                .maxConnectionIdle(settings.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    public int port() {
        return server.getPort();
    }

    /** Blocks until the face was stopped. */
    public void await() {
        functions.await();
    }

    /** Stops in order on SIGTERM. */
    public GrpcFace stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        return this;
    }

    /** Not serving, no new calls, calls in flight, then the functions behind. */
    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        health.stop();
        server.shutdown();
        try {
            if (!server.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("calls were cut off", Map.of());
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.shutdownNow();
        }
        edge.close();
        functions.stop();
    }
}
