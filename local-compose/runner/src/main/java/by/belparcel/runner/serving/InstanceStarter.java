package by.belparcel.runner.serving;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the processes of one service with the variables that Knative injects. */
final class InstanceStarter {

    private static final int IDS = 100_000;

    private final ServiceSpec spec;
    private final ServingEnvironment environment;
    private final AtomicInteger count = new AtomicInteger();

    InstanceStarter(ServiceSpec spec, ServingEnvironment environment) {
        this.spec = spec;
        this.environment = environment;
    }

    Instance start() {
        int port = environment.ports().take();
        String id = spec.name() + "-" + count.incrementAndGet() % IDS;
        long started = System.nanoTime();
        Process process = environment
                .launcher()
                .start(
                        spec.launch(),
                        Map.of(
                                "PORT", Integer.toString(port),
                                "K_SERVICE", spec.name(),
                                "K_CONFIGURATION", spec.name(),
                                "K_REVISION", spec.name() + "-00001"),
                        spec.name(),
                        id);
        return new Instance(id, port, process, started);
    }

    CompletableFuture<Boolean> awaitReady(Instance instance, Duration limit) {
        return environment.probe().await(instance.process(), instance.port(), spec.readinessPath(), limit);
    }

    String lastWords() {
        return environment.launcher().lastLine(spec.name()).orElse("no output");
    }
}
