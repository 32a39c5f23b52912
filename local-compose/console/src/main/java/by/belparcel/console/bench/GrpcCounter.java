package by.belparcel.console.bench;

import by.belparcel.console.AppProcess;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.PvzServiceGrpc.PvzServiceBlockingStub;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A client of the counter over gRPC. */
final class GrpcCounter implements AutoCloseable {

    private static final Metadata.Key<String> TOKEN = key("authorization");
    private static final Metadata.Key<String> IDEMPOTENCY = key("idempotency-key");
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ManagedChannel channel;
    private final PvzServiceBlockingStub stub;

    /** Waits until the process serves. */
    GrpcCounter(AppProcess process) throws InterruptedException {
        awaitServing(process);
        Metadata token = new Metadata();
        token.put(TOKEN, "Bearer " + process.worker(CounterField.PVZ));
        this.channel = channel(process.port());
        this.stub = PvzServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token));
    }

    PvzServiceBlockingStub stub() {
        return stub;
    }

    /** For a command: with a key of its own. */
    static PvzServiceBlockingStub keyed(PvzServiceBlockingStub stub) {
        Metadata key = new Metadata();
        key.put(IDEMPOTENCY, UUID.randomUUID().toString());
        ClientInterceptor interceptor = MetadataUtils.newAttachHeadersInterceptor(key);
        return stub.withInterceptors(interceptor);
    }

    /** From the start of the process to SERVING, against the same functions over HTTP to ready; they take turns. */
    static Figure cold(CounterField field, int rounds) throws IOException, InterruptedException {
        List<Double> grpc = new ArrayList<>();
        List<Double> http = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            AppProcess plain = field.serve(List.of());
            http.add((System.nanoTime() - started) / 1e6);
            plain.terminate(20);
            started = System.nanoTime();
            AppProcess face = field.begin(List.of(CounterField.GRPC));
            awaitServing(face);
            grpc.add((System.nanoTime() - started) / 1e6);
            face.terminate(20);
        }
        return Figure.atMost(
                "pvz cold over gRPC", ColdStart.median(grpc), "ms", "over HTTP", ColdStart.median(http), 1.6);
    }

    private static void awaitServing(AppProcess process) throws InterruptedException {
        ManagedChannel channel = channel(process.port());
        try {
            long deadline = System.nanoTime() + LIMIT_NANOS;
            while (System.nanoTime() < deadline) {
                try {
                    channel.resetConnectBackoff();
                    if (HealthGrpc.newBlockingStub(channel)
                                    .check(HealthCheckRequest.getDefaultInstance())
                                    .getStatus()
                            == ServingStatus.SERVING) {
                        return;
                    }
                } catch (StatusRuntimeException notYet) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
            throw new IllegalStateException("it does not serve gRPC");
        } finally {
            channel.shutdownNow();
        }
    }

    private static ManagedChannel channel(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
