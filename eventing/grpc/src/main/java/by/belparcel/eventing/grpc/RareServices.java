package by.belparcel.eventing.grpc;

import io.grpc.BindableService;
import io.grpc.HandlerRegistry;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Server reflection, which people ask for and programs do not: nothing of it is loaded before it is asked for. */
final class RareServices extends HandlerRegistry {

    private static final String REFLECTION = "grpc.reflection.v1.ServerReflection/";

    private @Nullable ServerServiceDefinition reflection;

    @Override
    public List<ServerServiceDefinition> getServices() {
        return List.of(reflection());
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
        return name.startsWith(REFLECTION) ? reflection().getMethod(name) : null;
    }

    private synchronized ServerServiceDefinition reflection() {
        ServerServiceDefinition made = reflection;
        if (made == null) {
            BindableService service = ProtoReflectionServiceV1.newInstance();
            made = service.bindService();
            reflection = made;
        }
        return made;
    }
}
