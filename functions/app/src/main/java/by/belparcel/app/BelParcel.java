package by.belparcel.app;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.handling.FunctionModule;
import java.util.ArrayList;
import java.util.List;

/** Serves the functions that the environment names; ends on SIGTERM. Exit code 1 = the configuration cannot work. */
public final class BelParcel {

    private BelParcel() {}

    public static void main(String[] args) {
        EdgeRuntime runtime = EdgeRuntime.open(EdgeConfig.from(System.getenv()));
        List<FunctionModule> modules = new ArrayList<>(Contexts.all());
        modules.add(new PlatformFunctions(new OutboxFigures(runtime.metrics())));
        FunctionServer.start(runtime, modules, new LogOutbox()).stopOnSignal().await();
    }
}
