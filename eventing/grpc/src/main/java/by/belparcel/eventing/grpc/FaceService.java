package by.belparcel.eventing.grpc;

import by.belparcel.eventing.handling.Meter;
import com.google.protobuf.Descriptors;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.netty.channel.EventLoopGroup;
import java.util.LinkedHashMap;
import java.util.Map;

/** A contract as a gRPC service. Messages stay dynamic: no class of theirs is loaded in a cold process. */
final class FaceService {

    /** What reflection shows. */
    private record Schema(Descriptors.ServiceDescriptor service) implements ProtoServiceDescriptorSupplier {

        @Override
        public Descriptors.ServiceDescriptor getServiceDescriptor() {
            return service;
        }

        @Override
        public Descriptors.FileDescriptor getFileDescriptor() {
            return service.getFile();
        }
    }

    private final GrpcSettings settings;
    private final EdgeClient edge;
    private final EventLoopGroup loops;
    private final Meter meter;

    FaceService(GrpcSettings settings, EdgeClient edge, EventLoopGroup loops, Meter meter) {
        this.settings = settings;
        this.edge = edge;
        this.loops = loops;
        this.meter = meter;
    }

    /** Only unary methods with a rule: any other is answered UNIMPLEMENTED. */
    ServerServiceDefinition of(GrpcContract contract) {
        ProtoFileDescriptorSupplier schema = new Schema(contract.service());
        Map<MethodDescriptor<Payload, Payload>, FaceMethod> served = new LinkedHashMap<>();
        for (Descriptors.MethodDescriptor rpc : contract.service().getMethods()) {
            if (rpc.isClientStreaming() || rpc.isServerStreaming()) {
                continue;
            }
            String name = rpc.getName();
            HttpMapping.of(rpc, contract.always().getOrDefault(name, Map.of()))
                    .ifPresent(mapping -> served.put(
                            descriptor(rpc),
                            new FaceMethod(
                                    rpc,
                                    mapping,
                                    contract.largest().getOrDefault(name, settings.messageBytes()),
                                    edge,
                                    settings.trustedHops(),
                                    loops,
                                    meter)));
        }
        ServiceDescriptor.Builder service =
                ServiceDescriptor.newBuilder(contract.service().getFullName()).setSchemaDescriptor(schema);
        served.keySet().forEach(service::addMethod);
        ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service.build());
        served.forEach(definition::addMethod);
        return definition.build();
    }

    private static MethodDescriptor<Payload, Payload> descriptor(Descriptors.MethodDescriptor rpc) {
        return MethodDescriptor.newBuilder(Payload.MARSHALLER, Payload.MARSHALLER)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(
                        MethodDescriptor.generateFullMethodName(rpc.getService().getFullName(), rpc.getName()))
                .build();
    }
}
