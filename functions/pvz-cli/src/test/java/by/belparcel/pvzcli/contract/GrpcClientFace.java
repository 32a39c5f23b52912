package by.belparcel.pvzcli.contract;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.pvzcli.output.MessageJson;
import com.google.protobuf.Any;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** gRPC without generated classes, over another transport than the command line's. */
final class GrpcClientFace implements Face, AutoCloseable {

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final ManagedChannel channel;

    GrpcClientFace(int port) {
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    @Override
    public Outcome perform(Verb verb, Map<String, String> values, String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        headers.put(
                Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER),
                UUID.randomUUID().toString());
        try {
            DynamicMessage reply = ClientCalls.blockingUnaryCall(
                    ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
                    method(verb),
                    CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS),
                    Messages.request(verb, values));
            return Outcome.ok(Json.mapper().readTree(MessageJson.of(reply)), "OK");
        } catch (StatusRuntimeException e) {
            return refused(e);
        }
    }

    @Override
    public String status(Expected expected) {
        return Codes.grpc(expected.code());
    }

    private static Outcome refused(StatusRuntimeException failure) {
        String code = "";
        Set<String> fields = new TreeSet<>();
        try {
            byte[] bytes = Objects.requireNonNull(failure.getTrailers()).get(DETAILS);
            for (Any detail : com.google.rpc.Status.parseFrom(Objects.requireNonNull(bytes, failure::toString))
                    .getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    code = detail.unpack(ErrorInfo.class).getReason();
                } else if (detail.is(BadRequest.class)) {
                    detail.unpack(BadRequest.class)
                            .getFieldViolationsList()
                            .forEach(wrong -> fields.add(wrong.getField()));
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
        return Outcome.refused(code, fields, failure.getStatus().getCode().name());
    }

    private static MethodDescriptor<DynamicMessage, DynamicMessage> method(Verb verb) {
        return MethodDescriptor.newBuilder(
                        ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(verb.request())),
                        ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(verb.reply())))
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("belparcel.pvz.v1.PvzService/" + verb.rpc)
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
