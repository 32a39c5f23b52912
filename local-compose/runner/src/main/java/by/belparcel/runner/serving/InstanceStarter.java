package by.belparcel.runner.serving;

import java.time.Duration;
import java.util.HashMap;
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
        int metricsPort = spec.h2c() ? environment.ports().take() : port;
        String id = spec.name() + "-" + count.incrementAndGet() % IDS;
        long started = System.nanoTime();
        Process process = environment.launcher().start(spec.launch(), variables(port, metricsPort), spec.name(), id);
        return new Instance(id, port, metricsPort, process, started);
    }

    /** In a cluster each pod has an address of its own, so a second port may be the same in all of them; here it may not. */
    private Map<String, String> variables(int port, int metricsPort) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PORT", Integer.toString(port));
        variables.put("K_SERVICE", spec.name());
        variables.put("K_CONFIGURATION", spec.name());
        variables.put("K_REVISION", spec.name() + "-00001");
        if (metricsPort != port) {
            variables.put("METRICS_PORT", Integer.toString(metricsPort));
        }
        return variables;
    }

    CompletableFuture<Boolean> awaitReady(Instance instance, Duration limit) {
        return environment.probe().await(instance.process(), instance.port(), spec.readinessPath(), limit);
    }

    String lastWords() {
        return environment.launcher().lastLine(spec.name()).orElse("no output");
    }
}
