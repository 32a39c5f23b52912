package by.belparcel.runner.main;

import by.belparcel.embedded.Checkout;
import by.belparcel.embedded.ChildProcesses;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: starts everything and stays in the foreground until Ctrl+C, SIGTERM or {@code down}. */
@Command(name = "up", description = "Start everything and stay until Ctrl+C or down.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--port", description = "Port of the gateway (default: ${DEFAULT-VALUE}).", defaultValue = "8080")
    private int port;

    @Option(
            names = "--host",
            description = "Address the gateway listens on (default: ${DEFAULT-VALUE}, this machine only).",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(names = "--admin-port", description = "Port of the status page (default: any).", defaultValue = "0")
    private int adminPort;

    @Option(names = "--data", description = "Folder that keeps the state over restarts (default: a temporary one).")
    private @Nullable Path data;

    @Option(
            names = "--manifests",
            description = "Kustomize folder, folder of YAML files or file (default: ${DEFAULT-VALUE}).",
            defaultValue = "knative/overlays/local")
    private Path manifests = Path.of("knative/overlays/local");

    @Option(
            names = "--images",
            description = "What stands for each container image (default: ${DEFAULT-VALUE}).",
            defaultValue = "local-compose/images.yaml")
    private Path images = Path.of("local-compose/images.yaml");

    @Option(
            names = "--max-instances",
            description = "Bound of services that name no max-scale (default: 2 per processor).")
    private int maxInstances = 2 * Runtime.getRuntime().availableProcessors();

    UpCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("not started by picocli");
        }
        Progress progress = new Progress(spec.commandLine().getOut());
        CountDownLatch end = new CountDownLatch(1);
        Settings settings = new Settings(
                port,
                host,
                adminPort,
                data,
                Checkout.root().resolve(manifests),
                Checkout.root().resolve(images),
                maxInstances);
        Runner runner = new Runner(settings, progress, end::countDown);
        Runnable closer = () -> close(runner, progress);
        ChildProcesses.beforeShutdown(closer);
        try {
            runner.up();
            end.await();
        } finally {
            closer.run();
            ChildProcesses.forget(closer);
        }
        return 0;
    }

    private static synchronized void close(Runner runner, Progress progress) {
        if (runner.isUp()) {
            progress.say("Stopping ...");
            runner.close();
            progress.say("BelParcel is down.");
        } else {
            runner.close();
        }
    }
}
