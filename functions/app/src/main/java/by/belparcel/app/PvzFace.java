package by.belparcel.app;

import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.grpc.GrpcContract;
import by.belparcel.eventing.grpc.GrpcFace;
import by.belparcel.pvz.v1.PvzServiceOuterClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The pick-up point's functions behind gRPC. A class of its own: other processes load nothing of it. */
final class PvzFace {

    /** Bytes of an import of 10 000 parcels (pickup-points.md 3.4). */
    private static final int IMPORT = 10 * 1024 * 1024;

    private PvzFace() {}

    /** The contract is read beside the functions being built: both are on the way of a waiting call. */
    static void serve(Map<String, String> environment) {
        CompletableFuture<GrpcContract> contract = CompletableFuture.supplyAsync(PvzFace::contract, task -> {
            Thread thread = new Thread(task, "head-start-grpc");
            thread.setDaemon(true);
            thread.start();
        });
        EdgeRuntime runtime = EdgeRuntime.open(GrpcFace.behind(environment));
        FunctionServer functions = FunctionServer.start(runtime, BelParcel.modules(runtime), new LogOutbox());
        GrpcFace.start(environment, runtime, functions, List.of(contract.join()))
                .stopOnSignal()
                .await();
    }

    /** Listing and scrolling share a path: the parameter last_id, 0 at the beginning, is what makes a scroll of it. */
    private static GrpcContract contract() {
        return new GrpcContract(
                Objects.requireNonNull(PvzServiceOuterClass.getDescriptor().findServiceByName("PvzService")),
                Map.of("ScrollOrders", Map.of("last_id", "0")),
                Map.of("ImportOrders", IMPORT));
    }
}
