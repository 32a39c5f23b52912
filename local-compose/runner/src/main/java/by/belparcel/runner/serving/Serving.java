package by.belparcel.runner.serving;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All services of the runner: register them, send to them, watch them, end them. */
public final class Serving {

    private final Map<ServiceKey, Activator> services = new ConcurrentHashMap<>();
    private final ServingEnvironment environment;
    private final Mounts mounts = new Mounts();
    private final Proxy proxy;
    private final HttpClusterNetwork network;

    /**
     * {@code maxInstances} bounds services without a maximum of their own; {@code beforeStop} is asked before an instance is ended in
     * an orderly way and may take half a second.
     */
    public Serving(
            Vertx vertx,
            ProcessLauncher launcher,
            int maxInstances,
            Function<ServiceStatus.Running, CompletableFuture<Void>> beforeStop) {
        this.environment = new ServingEnvironment(
                vertx, launcher, new FunctionPorts(), new ReadinessProbe(vertx), maxInstances, beforeStop);
        Upstream upstream = new Upstream(vertx);
        this.proxy = new Proxy(vertx, upstream);
        this.network = new HttpClusterNetwork(vertx, upstream, this::find, mounts);
    }

    /** Makes a service known; nothing is started yet. */
    public void add(ServiceSpec spec) {
        services.put(spec.key(), new Activator(spec, environment));
    }

    /** Starts the instances of services with a minimum. */
    public void open() {
        services.values().forEach(Activator::open);
    }

    /** Sends without a socket between. */
    public ClusterNetwork network() {
        return network;
    }

    /** Addresses that something else than a process answers. */
    public Mounts mounts() {
        return mounts;
    }

    /** Whether it is known, and if so, whether the gateway may reach it. */
    public Optional<ServiceSpec> spec(ServiceKey key) {
        return find(key).map(Activator::spec);
    }

    /** Passes the request on; 404 when there is no such service. */
    public void forward(HttpServerRequest request, ServiceKey key, Forwarding forwarding) {
        find(key)
                .ifPresentOrElse(
                        service -> proxy.handle(request, service, forwarding),
                        () -> Answers.problem(request.response(), 404, "no service " + key));
    }

    /** The state of every service, by namespace and name. */
    public List<ServiceStatus> status() {
        Map<String, ServiceStatus> sorted = new TreeMap<>();
        services.forEach((key, service) -> sorted.put(key.toString(), service.status()));
        return List.copyOf(sorted.values());
    }

    /** Ends all instances: SIGTERM, and SIGKILL for what is left after {@code patience}. */
    public CompletableFuture<Void> close(Duration patience) {
        return CompletableFuture.allOf(services.values().stream()
                .map(service -> service.close(patience))
                .toArray(CompletableFuture[]::new));
    }

    Optional<Activator> find(ServiceKey key) {
        return Optional.ofNullable(services.get(key));
    }
}
