package by.belparcel.eventing.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import by.belparcel.eventing.grpc.things.MakeThingRequest;
import by.belparcel.eventing.grpc.things.Part;
import by.belparcel.eventing.grpc.things.Thing;
import by.belparcel.eventing.grpc.things.ThingRequest;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.Compressor;
import io.grpc.CompressorRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrpcLimitsIT {

    private static final ThingRequest ONE = ThingRequest.newBuilder().setId("1").build();

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not come to pass").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static StatusRuntimeException fails(Runnable call) {
        return Objects.requireNonNull(catchThrowableOfType(StatusRuntimeException.class, call::run));
    }

    private static String code(StatusRuntimeException failed) {
        return String.valueOf(Objects.requireNonNull(failed.getTrailers()).get(TestFace.key("error-code")));
    }

    private static Metadata authorized(TestFace face) {
        return TestFace.metadata("authorization", "Bearer " + face.token());
    }

    @Test
    void endsACallAtItsDeadlineAndItsWorkWithIt() {
        try (TestFace face = TestFace.start()) {
            face.call("GetThing", ONE, Thing.getDefaultInstance());
            StatusRuntimeException failed = fails(() -> face.call(
                    "WaitForThing",
                    ONE,
                    Thing.getDefaultInstance(),
                    authorized(face),
                    CallOptions.DEFAULT.withDeadlineAfter(Duration.ofMillis(300))));

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(face.things.waiting.getCount()).isZero();
            until(() -> face.things.cancelled.get() == 1);
        }
    }

    @Test // a caller that keeps no clock of its own is told
    void answersTheDeadlineThatTheCallerOnlyWrites() {
        try (TestFace face = TestFace.start()) {
            face.call("GetThing", ONE, Thing.getDefaultInstance());
            Metadata sent = authorized(face);
            sent.put(TestFace.key("grpc-timeout"), "300m");

            StatusRuntimeException failed =
                    fails(() -> face.call("WaitForThing", ONE, Thing.getDefaultInstance(), sent, CallOptions.DEFAULT));

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(code(failed)).isEqualTo("TIMEOUT");
        }
    }

    @Test
    void refusesMessagesThatAreTooLarge() {
        try (TestFace face = TestFace.start()) {
            ThingRequest large = ThingRequest.newBuilder()
                    .setId("x".repeat(4 * 1024 * 1024 + 1))
                    .build();
            MakeThingRequest long64 =
                    MakeThingRequest.newBuilder().setName("x".repeat(70_000)).build();
            MakeThingRequest longer =
                    MakeThingRequest.newBuilder().setName("x".repeat(9_000_000)).build();

            StatusRuntimeException byFace = fails(() -> face.call("GetThing", large, Thing.getDefaultInstance()));
            StatusRuntimeException byEdge =
                    fails(() -> face.call("MakeThing", long64, Thing.getDefaultInstance(), "idempotency-key", "k1"));
            StatusRuntimeException cut =
                    fails(() -> face.call("MakeThing", longer, Thing.getDefaultInstance(), "idempotency-key", "k2"));
            StatusRuntimeException byGrpc = fails(() -> face.call(
                    "GetThing",
                    ThingRequest.newBuilder()
                            .setId("x".repeat(17 * 1024 * 1024))
                            .build(),
                    Thing.getDefaultInstance()));

            assertThat(byFace.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(code(byFace)).isEqualTo("BODY_TOO_LARGE");
            assertThat(byEdge.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(code(byEdge)).isEqualTo("BODY_TOO_LARGE");
            assertThat(cut.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(code(cut)).isEqualTo("BODY_TOO_LARGE");
            assertThat(byGrpc.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u000F\u0001\u0002", "\n\u00FF", "\n\u0002\u00C3\u0028"})
    void takesBytesThatAreNoMessageForTheCallersMistake(String bytes) {
        try (TestFace face = TestFace.start()) {
            MethodDescriptor<Payload, Payload> raw = MethodDescriptor.newBuilder(Payload.MARSHALLER, Payload.MARSHALLER)
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName(TestFace.SERVICE.getFullName() + "/GetThing")
                    .build();

            StatusRuntimeException failed = fails(() -> ClientCalls.blockingUnaryCall(
                    face.through(authorized(face)),
                    raw,
                    CallOptions.DEFAULT,
                    Payload.of(bytes.getBytes(StandardCharsets.ISO_8859_1))));

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(code(failed)).isEqualTo("MALFORMED_BODY");
        }
    }

    @Test
    void refusesACompressedMessageThatIsNone() {
        CompressorRegistry broken = CompressorRegistry.newEmptyInstance();
        broken.register(new Compressor() {
            @Override
            public String getMessageEncoding() {
                return "gzip";
            }

            @Override
            public OutputStream compress(OutputStream out) {
                return out;
            }
        });
        try (TestFace face = TestFace.start()) {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", face.face.port())
                    .usePlaintext()
                    .compressorRegistry(broken)
                    .build();
            MethodDescriptor<Payload, Payload> raw = MethodDescriptor.newBuilder(Payload.MARSHALLER, Payload.MARSHALLER)
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName(TestFace.SERVICE.getFullName() + "/GetThing")
                    .build();

            StatusRuntimeException failed = fails(() -> ClientCalls.blockingUnaryCall(
                    ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(authorized(face))),
                    raw,
                    CallOptions.DEFAULT.withCompression("gzip"),
                    Payload.of("no gzip".getBytes(StandardCharsets.UTF_8))));
            channel.shutdownNow();

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(code(failed)).isEqualTo("MALFORMED_BODY");
        }
    }

    @Test // pickup-points.md 3.4: the 6th call in a second
    void countsTheCallsOfATerminal() {
        try (TestFace face = TestFace.start("BELPARCEL_PVZ_RATE", "5")) {
            for (int i = 0; i < 5; i++) {
                face.call("GetThing", ONE, Thing.getDefaultInstance());
            }
            StatusRuntimeException failed = fails(() -> {
                for (int i = 0; i < 5; i++) {
                    face.call("GetThing", ONE, Thing.getDefaultInstance());
                }
            });

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(code(failed)).isEqualTo("RATE_LIMITED");
            assertThat(Objects.requireNonNull(failed.getTrailers()).get(TestFace.key("ratelimit-policy")))
                    .isEqualTo("\"handler\";q=5;w=1");
        }
    }

    @Test // gRPC clients take 8 KiB of trailers by default
    void keepsTheDetailsOfManyInvalidFieldsShort() {
        try (TestFace face = TestFace.start()) {
            MakeThingRequest.Builder request = MakeThingRequest.newBuilder().setName("box");
            for (int i = 0; i < 1_000; i++) {
                request.addParts(Part.getDefaultInstance());
            }

            StatusRuntimeException failed = fails(
                    () -> face.call("MakeThing", request.build(), Thing.getDefaultInstance(), "idempotency-key", "k3"));

            assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(code(failed)).isEqualTo("VALIDATION_FAILED");
        }
    }

    @Test
    void showsItsHealthAndItsSchema() throws Exception {
        try (TestFace face = TestFace.start()) {
            var health = HealthGrpc.newBlockingStub(face.channel);
            for (String name : new String[] {"", TestFace.SERVICE.getFullName()}) {
                assertThat(health.check(HealthCheckRequest.newBuilder()
                                        .setService(name)
                                        .build())
                                .getStatus())
                        .isEqualTo(ServingStatus.SERVING);
            }
            CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
            StreamObserver<ServerReflectionRequest> asked = ServerReflectionGrpc.newStub(face.channel)
                    .serverReflectionInfo(new StreamObserver<>() {
                        @Override
                        public void onNext(ServerReflectionResponse value) {
                            answer.complete(value);
                        }

                        @Override
                        public void onError(Throwable error) {
                            answer.completeExceptionally(error);
                        }

                        @Override
                        public void onCompleted() {
                            // one answer is enough
                        }
                    });
            asked.onNext(
                    ServerReflectionRequest.newBuilder().setListServices("*").build());
            assertThat(answer.get(10, TimeUnit.SECONDS)
                            .getListServicesResponse()
                            .getServiceList())
                    .extracting(ServiceResponse::getName)
                    .contains(TestFace.SERVICE.getFullName(), "grpc.health.v1.Health");
            asked.onCompleted();
        }
    }

    @Test // H-62: a call in flight is finished
    void finishesCallsInFlightWhenItStops() throws Exception {
        TestFace face = TestFace.start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Future<Thing> answer = threads.submit(() -> face.call("WaitForThing", ONE, Thing.getDefaultInstance()));
        assertThat(face.things.waiting.await(10, TimeUnit.SECONDS)).isTrue();
        var health = HealthGrpc.newBlockingStub(face.channel);

        Future<?> stopping = threads.submit(face.face::stop);
        until(() -> refused(health));
        assertThat(answer.isDone()).isFalse();
        face.things.hold.tryEmitEmpty();

        assertThat(answer.get(10, TimeUnit.SECONDS).getId()).isEqualTo("1");
        stopping.get(10, TimeUnit.SECONDS);
        face.close();
        threads.close();
    }

    private static boolean refused(HealthGrpc.HealthBlockingStub health) {
        try {
            return health.check(HealthCheckRequest.getDefaultInstance()).getStatus() == ServingStatus.NOT_SERVING;
        } catch (StatusRuntimeException gone) {
            return true;
        }
    }

    @Test
    void answersMetricsOnAPortOfItsOwn() throws Exception {
        int port;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (TestFace face = TestFace.start("METRICS_PORT", Integer.toString(port))) {
            face.call("GetThing", ONE, Thing.getDefaultInstance());
            java.net.http.HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            java.net.URI.create("http://127.0.0.1:" + port + "/metrics"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body())
                    .contains("belparcel_grpc_calls_total{method=\"GetThing\",status=\"OK\"} 1")
                    .contains("http_route=\"/pvz/v1/things/{id}\"");
        }
    }
}
