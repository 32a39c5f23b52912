package by.belparcel.eventing.grpc;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.Map;

/**
 * A proto service that is served over gRPC, and what its HTTP rules cannot say.
 *
 * @param service its methods with a google.api.http rule are served, the others are unimplemented
 * @param always method name to fields that are sent even when the caller left them out: where two methods share a path, the
 *     parameter tells them apart
 * @param largest method name to bytes of a request, where they may be more than usual
 */
public record GrpcContract(
        ServiceDescriptor service, Map<String, Map<String, String>> always, Map<String, Integer> largest) {

    public GrpcContract {
        always = Map.copyOf(always);
        largest = Map.copyOf(largest);
    }

    /** Without any exception. */
    public static GrpcContract of(ServiceDescriptor service) {
        return new GrpcContract(service, Map.of(), Map.of());
    }
}
