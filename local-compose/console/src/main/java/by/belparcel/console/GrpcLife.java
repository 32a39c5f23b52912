package by.belparcel.console;

import by.belparcel.pvz.v1.AcceptOrderRequest;
import by.belparcel.pvz.v1.ListOrdersRequest;
import by.belparcel.pvz.v1.ListPvzRequest;
import by.belparcel.pvz.v1.PageRequest;
import by.belparcel.pvz.v1.PointRequest;
import by.belparcel.pvz.v1.ProcessOrdersRequest;
import by.belparcel.pvz.v1.Pvz;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.PvzServiceGrpc.PvzServiceBlockingStub;
import by.belparcel.pvz.v1.ScrollOrdersRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A few calls of each kind over gRPC, some of them refused: what a cold process of the gRPC Service will need. */
final class GrpcLife {

    private static final int ROUNDS = 3;
    private static final Duration START = Duration.ofSeconds(20);

    private final int port;
    private final String token;

    GrpcLife(int port, String token) {
        this.port = port;
        this.token = token;
    }

    void live() {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            String serving = HealthGrpc.newBlockingStub(channel)
                    .withWaitForReady()
                    .withDeadlineAfter(START)
                    .check(HealthCheckRequest.getDefaultInstance())
                    .getStatus()
                    .name();
            if (!serving.equals("SERVING")) {
                throw new IllegalStateException("over gRPC it is " + serving);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                calls(PvzServiceGrpc.newBlockingStub(channel), round);
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private void calls(PvzServiceBlockingStub stub, int round) {
        String parcel = String.valueOf(900_000_000 + round);
        String pvz = keyed(stub).listPvz(ListPvzRequest.newBuilder().setLimit(1).build()).getItemsList().stream()
                .findFirst()
                .map(Pvz::getId)
                .orElse("");
        attempt(() -> keyed(stub)
                .acceptOrder(AcceptOrderRequest.newBuilder()
                        .setOrderId(parcel)
                        .setUserId("1")
                        .setPvzId(pvz)
                        .setWeight("1.5")
                        .setPrice("10.00")
                        .setStorageUntil(Instant.now().plus(3, ChronoUnit.DAYS).toString())
                        .build()));
        attempt(() -> keyed(stub)
                .processOrders(ProcessOrdersRequest.newBuilder()
                        .setAction("ISSUE")
                        .addOrderIds(parcel)
                        .build()));
        attempt(() -> keyed(stub)
                .listOrders(ListOrdersRequest.newBuilder().setUserId("1").build()));
        attempt(() -> keyed(stub)
                .scrollOrders(ScrollOrdersRequest.newBuilder().setUserId("1").build()));
        attempt(() ->
                keyed(stub).getHistory(PageRequest.newBuilder().setPvzId(pvz).build()));
        attempt(() ->
                keyed(stub).getCapacity(PointRequest.newBuilder().setPvzId(pvz).build()));
        attempt(() ->
                keyed(stub).getPvz(PointRequest.newBuilder().setPvzId("none").build()));
    }

    /** A refusal is an answer as well: its way is trained with it. */
    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (StatusRuntimeException refused) {
            if (refused.getTrailers() == null) {
                throw refused;
            }
        }
    }

    private PvzServiceBlockingStub keyed(PvzServiceBlockingStub stub) {
        Metadata metadata = new Metadata();
        metadata.put(key("authorization"), "Bearer " + token);
        metadata.put(key("idempotency-key"), UUID.randomUUID().toString());
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
