package by.belparcel.eventing.grpc;

import by.belparcel.eventing.handling.Meter;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.netty.channel.EventLoopGroup;

/**
 * One method of the face and what its calls share.
 *
 * @param largest bytes of a request
 * @param loops where deadlines are waited for
 */
record FaceMethod(
        MethodDescriptor rpc,
        HttpMapping mapping,
        int largest,
        EdgeClient edge,
        int trustedHops,
        EventLoopGroup loops,
        Meter meter)
        implements ServerCallHandler<Payload, Payload> {

    @Override
    public ServerCall.Listener<Payload> startCall(ServerCall<Payload, Payload> call, Metadata metadata) {
        // One more than a unary call may have: a second message is noticed.
        call.request(2);
        return new UnaryCall(this, call, metadata);
    }

    void ended(String status) {
        meter.count("belparcel_grpc_calls_total", "method", rpc.getName(), "status", status);
    }
}
