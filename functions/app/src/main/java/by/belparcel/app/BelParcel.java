package by.belparcel.app;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.handling.FunctionModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Serves the functions that the environment names, over HTTP or with {@code EDGE_FACE=grpc} over gRPC; ends on SIGTERM. Exit
 * code 1 = the configuration cannot work.
 */
public final class BelParcel {

    private BelParcel() {}

    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        if ("grpc".equals(environment.get("EDGE_FACE"))) {
            PvzFace.serve(environment);
            return;
        }
        EdgeRuntime runtime = EdgeRuntime.open(EdgeConfig.from(environment));
        FunctionServer.start(runtime, modules(runtime), new LogOutbox())
                .stopOnSignal()
                .await();
    }

    static List<FunctionModule> modules(EdgeRuntime runtime) {
        List<FunctionModule> modules = new ArrayList<>(Contexts.all());
        modules.add(new PlatformFunctions(new OutboxFigures(runtime.metrics())));
        return modules;
    }
}
