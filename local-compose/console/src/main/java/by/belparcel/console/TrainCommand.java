package by.belparcel.console;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/**
 * Makes the AOT caches: runs the packaged application on a real database and broker, sends it the requests of an order's life
 * through its own edge, and lets the JVM write down what was loaded and linked.
 */
@Command(name = "train", description = "Makes the AOT cache of the application.", hidden = true)
final class TrainCommand implements Callable<Integer> {

    private static final List<String> TOPICS = List.of(
            "events.order",
            "events.payment",
            "events.pickup_ticket",
            "events.batch",
            "events.trip",
            "events.carrier_location",
            "commands.trip.reassign",
            "events.pvz",
            "events.platform");

    private static final int START_SECONDS = 60;
    private static final int CACHE_SECONDS = 180;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path app = AppFolder.path();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
                EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary())) {
            kafka.createTopics(TOPICS.stream().collect(Collectors.toMap(topic -> topic, topic -> 1)));
            AppFolder.migrate(postgres.dsn());
            AppProcess process = AppProcess.start(
                    List.of("-XX:AOTCacheOutput=app.aot", "@cold.args"), "", postgres.dsn(), kafka.brokers());
            try {
                process.awaitReady(START_SECONDS);
                OrderLife orders = new OrderLife(process.address(), process.token(), postgres);
                orders.live();
                new TripLife(process.address(), process.token(), orders).live();
                new CounterLife(process.address(), process.token(), orders).live();
            } finally {
                process.terminate(CACHE_SECONDS);
            }
            grpc(postgres.dsn(), kafka.brokers());
        }
        boolean made = Files.exists(app.resolve("app.aot")) && Files.exists(app.resolve("app-grpc.aot"));
        return made ? 0 : 1;
    }

    /** A cache of its own for the gRPC Service: what is in a cache is loaded by every process that uses it. */
    private static void grpc(String dsn, String brokers) throws IOException, InterruptedException {
        int http = AppProcess.freePort();
        AppProcess face = AppProcess.start(
                List.of("-XX:AOTCacheOutput=app-grpc.aot", "@cold.args"),
                "",
                dsn,
                brokers,
                List.of("EDGE_FACE=grpc", "BELPARCEL_GRPC_HTTP_PORT=" + http, "BELPARCEL_PVZ_RATE=0"));
        try {
            face.at(http).awaitReady(START_SECONDS);
            new GrpcLife(face.port(), face.token()).live();
        } finally {
            face.terminate(CACHE_SECONDS);
        }
    }
}
