package by.belparcel.runner.main;

import by.belparcel.embedded.Home;
import by.belparcel.embedded.ProcessMark;
import by.belparcel.runner.admin.AdminServer;
import by.belparcel.runner.admin.DatabaseProbe;
import by.belparcel.runner.admin.Metrics;
import by.belparcel.runner.admin.ProcessEntry;
import by.belparcel.runner.admin.StatusReport;
import by.belparcel.runner.eventing.EventingPlane;
import by.belparcel.runner.eventing.Options;
import by.belparcel.runner.gateway.Gateway;
import by.belparcel.runner.manifest.Addresses;
import by.belparcel.runner.manifest.ManifestException;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SecretStore;
import by.belparcel.runner.serving.ClusterListener;
import by.belparcel.runner.serving.ProcessLauncher;
import by.belparcel.runner.serving.ServiceKey;
import by.belparcel.runner.serving.ServiceStatus;
import by.belparcel.runner.serving.Serving;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** One running system: everything that {@code up} starts, in order, and that {@link #close} ends in the opposite order. */
final class Runner implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration EVENT_DRAIN = Duration.ofSeconds(3);

    private final Settings settings;
    private final Progress progress;
    private final Runnable shutdown;
    private final Instant started = Instant.now();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean up;
    private boolean closed;

    /** {@code shutdown} is run when somebody asks the admin interface to end the system. */
    Runner(Settings settings, Progress progress, Runnable shutdown) {
        this.settings = settings;
        this.progress = progress;
        this.shutdown = shutdown;
    }

    /** Starts everything; on failure what was started stays for {@link #close}. */
    void up() throws InterruptedException {
        part(RunLock.take());
        refuseTakenPort();
        Home home = part(Home.of(settings.data(), "run"));
        Path data = home.folder();
        Logs.toFile(data.resolve("logs"));
        part(Logs::close);
        Vertx vertx = vertx();
        Manifests manifests = manifests(data);
        Metrics metrics = new Metrics(vertx);
        ProcessLauncher launcher = new ProcessLauncher(data.resolve("logs"));
        Serving serving = new Serving(vertx, launcher, settings.maxInstances(), metrics::last);
        int clusterPort = await(ClusterListener.open(vertx, serving, 0));
        Infrastructure infrastructure =
                part(new Infrastructure(data, settings.data() != null, Runner::environment, progress));
        Endpoints endpoints = infrastructure.start(manifests, clusterPort);
        part(() -> serving.close(PATIENCE).join());
        Plan plan = new Plan(manifests, Images.read(settings.images()), endpoints);
        plan.services().forEach(serving::add);
        new Jobs(plan, launcher, progress).run(manifests.jobs());
        long eventing = System.nanoTime();
        EventingPlane plane = part(EventingPlane.start(
                manifests,
                endpoints.kafkaBrokers(),
                serving.network(),
                Options.defaults().withDrain(EVENT_DRAIN)));
        mount(serving, plane);
        progress.done(
                manifests.sources().size() + manifests.pings().size() + " sources, "
                        + manifests.triggers().size() + " triggers",
                eventing);
        serving.open();
        DatabaseProbe database = new DatabaseProbe(endpoints.dbDsn());
        int adminPort = await(AdminServer.open(
                vertx,
                settings.adminPort(),
                () -> StatusReport.of(
                        system(data, clusterPort),
                        serving.status(),
                        plane.status(),
                        database.ask(),
                        processes(serving, infrastructure)),
                serving::status,
                metrics,
                shutdown));
        await(Gateway.open(vertx, serving, manifests.routes(), settings.host(), settings.port()));
        announce(data, clusterPort, adminPort, endpoints, serving.status());
    }

    private void announce(
            Path data, int clusterPort, int adminPort, Endpoints endpoints, List<ServiceStatus> services) {
        ProcessMark self = ProcessMark.of(ProcessHandle.current());
        new RunFile(
                        self.pid(),
                        self.startMillis(),
                        settings.port(),
                        adminPort,
                        clusterPort,
                        data.toString(),
                        endpoints.dbDsn(),
                        endpoints.kafkaBrokers(),
                        started.toString())
                .write();
        part(() -> RunFile.removeOf(self.pid()));
        synchronized (this) {
            up = true;
        }
        progress.done(services.size() + " services, all at zero until they are called: up", nanosAgo(started));
        progress.say("Status page: http://localhost:" + adminPort + "/  Logs: " + data.resolve("logs"));
        progress.say("Get a token: ./belparcel token --role client");
        progress.say("BelParcel is up: http://localhost:" + settings.port());
    }

    private Manifests manifests(Path data) {
        long begin = System.nanoTime();
        try {
            Manifests manifests = Manifests.load(settings.manifests(), SecretStore.in(data.resolve("secrets.json")));
            Findings.report(manifests, progress);
            progress.done("Manifests " + settings.manifests(), begin);
            return manifests;
        } catch (ManifestException e) {
            throw new RunnerException(String.valueOf(e.getMessage()));
        }
    }

    private static void mount(Serving serving, EventingPlane plane) {
        for (String host : List.of(Addresses.BROKER_HOST, Addresses.SINK_HOST)) {
            ServiceKey key =
                    ServiceKey.of(java.net.URI.create("http://" + host)).orElseThrow();
            serving.mounts()
                    .mount(
                            key,
                            (method, path, headers, body) ->
                                    plane.ingress().receive(host, method, path, headers, body));
        }
    }

    private Map<String, Object> system(Path data, int clusterPort) {
        Map<String, Object> system = new LinkedHashMap<>();
        system.put("url", "http://localhost:" + settings.port());
        system.put("started_at", started.toString());
        system.put("data_dir", data.toString());
        system.put("cluster_port", clusterPort);
        return system;
    }

    private static List<ProcessEntry> processes(Serving serving, Infrastructure infrastructure) {
        List<ProcessEntry> entries = new ArrayList<>();
        entries.add(new ProcessEntry("runner", "runner", ProcessHandle.current().pid(), 0));
        entries.addAll(infrastructure.processes());
        for (ServiceStatus service : serving.status()) {
            service.instances()
                    .forEach(each ->
                            entries.add(new ProcessEntry(service.key().name(), "function", each.pid(), each.port())));
        }
        return entries;
    }

    private Vertx vertx() {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
        part(() -> await(vertx.close()));
        return vertx;
    }

    private void refuseTakenPort() {
        try (ServerSocket socket = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host()))) {
            socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new RunnerException("port " + settings.port() + " is taken; choose another with --port");
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static long nanosAgo(Instant instant) {
        return System.nanoTime() - Duration.between(instant, Instant.now()).toNanos();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw RunnerException.because(e);
        }
    }

    private synchronized <T extends AutoCloseable> T part(T part) {
        if (closed) {
            closeQuietly(part);
            throw new RunnerException("ended while it was starting");
        }
        parts.push(part);
        return part;
    }

    /** Whether it came up and was not ended yet. */
    synchronized boolean isUp() {
        return up && !closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        while (true) {
            AutoCloseable part;
            synchronized (this) {
                part = parts.poll();
            }
            if (part == null) {
                return;
            }
            closeQuietly(part);
        }
    }

    private void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            progress.say("while ending: " + e.getMessage());
        }
    }
}
