package by.belparcel.runner.serving;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What all services share. {@code beforeStop} is asked before an instance is ended in an orderly way (its last metrics are read then);
 * {@code maxInstances} bounds a service that names no maximum.
 */
record ServingEnvironment(
        Vertx vertx,
        ProcessLauncher launcher,
        FunctionPorts ports,
        ReadinessProbe probe,
        int maxInstances,
        Function<ServiceStatus.Running, CompletableFuture<Void>> beforeStop) {}
