package by.belparcel.pvzcli;

import by.belparcel.pvz.v1.PvzServiceGrpc;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real gRPC server on a real port that answers what the test says and remembers what it was asked. */
final class ScriptedPoint implements AutoCloseable {

    private static final Context.Key<Metadata> HEADERS = Context.key("headers");

    /** One call as it arrived. */
    record Asked(String method, Message request, Metadata headers) {

        String header(String name) {
            return String.valueOf(headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
        }
    }

    private interface Reply {
        void to(StreamObserver<Message> observer);
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Reply>> script = new HashMap<>();
    private final Server server;

    ScriptedPoint() {
        ServerServiceDefinition.Builder service =
                ServerServiceDefinition.builder(PvzServiceGrpc.getServiceDescriptor());
        PvzServiceGrpc.getServiceDescriptor().getMethods().forEach(method -> add(service, method));
        try {
            server = OkHttpServerBuilder.forPort(0, InsecureServerCredentials.create())
                    .addService(ServerInterceptors.intercept(service.build(), new Remembering()))
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private void add(ServerServiceDefinition.Builder service, MethodDescriptor<?, ?> method) {
        service.addMethod(
                (MethodDescriptor<Message, Message>) method, ServerCalls.asyncUnaryCall((request, observer) -> {
                    String name = String.valueOf(method.getBareMethodName());
                    asked.add(new Asked(name, request, HEADERS.get()));
                    Deque<Reply> replies = script.getOrDefault(name, new ArrayDeque<>());
                    Reply reply = replies.size() > 1 ? replies.pop() : replies.peek();
                    if (reply == null) {
                        observer.onError(Status.UNIMPLEMENTED.asRuntimeException());
                    } else {
                        reply.to(observer);
                    }
                }));
    }

    /** The last answer of a method stays. */
    ScriptedPoint answer(String method, Message reply) {
        return then(method, observer -> {
            observer.onNext(reply);
            observer.onCompleted();
        });
    }

    ScriptedPoint fail(String method, Status status) {
        return then(method, observer -> observer.onError(status.asRuntimeException()));
    }

    /** A refusal as the pick-up point's gRPC face gives it. */
    ScriptedPoint refuse(String method, Status status, String code, String... fields) {
        BadRequest.Builder wrong = BadRequest.newBuilder();
        for (String field : fields) {
            wrong.addFieldViolationsBuilder().setField(field).setDescription("is wrong");
        }
        com.google.rpc.Status.Builder details = com.google.rpc.Status.newBuilder()
                .addDetails(Any.pack(ErrorInfo.newBuilder().setReason(code).build()));
        if (fields.length > 0) {
            details.addDetails(Any.pack(wrong.build()));
        }
        Metadata trailers = new Metadata();
        trailers.put(
                Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER),
                details.build().toByteArray());
        return then(method, observer -> observer.onError(status.asRuntimeException(trailers)));
    }

    /** Takes the call and never answers. */
    ScriptedPoint silent(String method) {
        return then(method, observer -> {});
    }

    String endpoint() {
        return "127.0.0.1:" + server.getPort();
    }

    Asked last() {
        return asked.getLast();
    }

    private ScriptedPoint then(String method, Reply reply) {
        script.computeIfAbsent(method, name -> new ArrayDeque<>()).add(reply);
        return this;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Remembering implements ServerInterceptor {

        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
        }
    }
}
