package by.belparcel.eventing.grpc;

import by.belparcel.embedded.EmbeddedPostgres;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.grpc.things.ThingsProto;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.migration.Migrator;
import by.belparcel.eventing.store.Dsn;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** A real process with the face before a real edge, and a client of it. */
final class TestFace implements AutoCloseable {

    private static final String SECRET = "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6";
    static final ServiceDescriptor SERVICE = ThingsProto.getDescriptor().findServiceByName("ThingService");

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            new Migrator(Dsn.parse(server.dsn())).migrate("eventing");
            return server;
        }
    }

    final ThingsFunctions things = new ThingsFunctions();
    final EdgeRuntime runtime;
    final FunctionServer functions;
    final GrpcFace face;
    final ManagedChannel channel;
    final AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
    final AtomicReference<Metadata> trailers = new AtomicReference<>(new Metadata());

    private TestFace(Map<String, String> environment) {
        runtime = EdgeRuntime.open(GrpcFace.behind(environment));
        functions = FunctionServer.start(runtime, List.of(things), (tx, events) -> Mono.empty());
        GrpcContract contract = new GrpcContract(
                SERVICE, Map.of("ScrollThings", Map.of("last_id", "0")), Map.of("MakeThing", 10 * 1024 * 1024));
        face = GrpcFace.start(environment, runtime, functions, List.of(contract));
        channel = NettyChannelBuilder.forAddress("127.0.0.1", face.port())
                .usePlaintext()
                .build();
    }

    static TestFace start(String... environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "PORT", "0",
                "BELPARCEL_EDGE_HOST", "127.0.0.1",
                "AUTH_HS256SECRET", SECRET,
                "DB_DSN", Postgres.SERVER.dsn(),
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "BELPARCEL_PVZ_RATE", "0",
                "LOG_LEVEL", "OFF"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        return new TestFace(all);
    }

    String token() {
        Principal principal = new Principal("subject-1", Set.of("operator"), Map.of(), null);
        return runtime.tokens()
                .issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(15))
                .token();
    }

    /** With a token and this further metadata: name, value, .. */
    <Q extends com.google.protobuf.Message, A extends com.google.protobuf.Message> A call(
            String method, Q request, A answer, String... metadata) {
        Metadata sent = metadata(metadata);
        sent.put(key("authorization"), "Bearer " + token());
        return call(method, request, answer, sent, CallOptions.DEFAULT.withDeadlineAfter(Duration.ofSeconds(20)));
    }

    <Q extends com.google.protobuf.Message, A extends com.google.protobuf.Message> A call(
            String method, Q request, A answer, Metadata sent, CallOptions options) {
        MethodDescriptor<Q, A> descriptor = MethodDescriptor.<Q, A>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(SERVICE.getFullName() + "/" + method)
                .setRequestMarshaller(marshaller(request))
                .setResponseMarshaller(marshaller(answer))
                .build();
        return ClientCalls.blockingUnaryCall(through(sent), descriptor, options, request);
    }

    Channel through(Metadata sent) {
        return ClientInterceptors.intercept(
                channel,
                MetadataUtils.newAttachHeadersInterceptor(sent),
                MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
    }

    @SuppressWarnings("unchecked")
    private static <M extends com.google.protobuf.Message> MethodDescriptor.Marshaller<M> marshaller(M message) {
        return (MethodDescriptor.Marshaller<M>) ProtoUtils.marshaller(message.getDefaultInstanceForType());
    }

    static Metadata metadata(String... pairs) {
        Metadata metadata = new Metadata();
        for (int i = 0; i < pairs.length; i += 2) {
            metadata.put(key(pairs[i]), pairs[i + 1]);
        }
        return metadata;
    }

    static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        face.stop();
    }
}
