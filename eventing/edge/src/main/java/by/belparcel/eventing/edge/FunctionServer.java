package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.call.Catalogue;
import by.belparcel.eventing.edge.http.CompatibleCodes;
import by.belparcel.eventing.edge.http.EdgeParts;
import by.belparcel.eventing.edge.http.Endpoint;
import by.belparcel.eventing.edge.http.HttpEdge;
import by.belparcel.eventing.edge.http.HttpListener;
import by.belparcel.eventing.edge.http.RateLimits;
import by.belparcel.eventing.edge.live.LiveSessions;
import by.belparcel.eventing.edge.live.LiveSettings;
import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.edge.telemetry.JulBridge;
import by.belparcel.eventing.edge.telemetry.Log;
import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.edge.telemetry.SpanExport;
import by.belparcel.eventing.edge.telemetry.Spans;
import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.inbox.Machinery;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A running function process: the selected functions behind one HTTP port. */
public final class FunctionServer {

    /** Bytes: data of 64 KiB with its attributes, in structured mode and escaped. */
    private static final int LARGEST_EVENT = 160 * 1024;
    /** Bytes: whatever a broker takes, for the keeper of dead letters. */
    private static final int LARGEST_RECORD = 2 * 1024 * 1024;

    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private static final Log LOG = new Log("by.belparcel.server");

    private final EdgeRuntime runtime;
    private final HttpListener listener;
    private final Readiness readiness;
    private final @Nullable LiveSessions live;
    private final @Nullable SpanExport export;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final EdgeParts parts;
    private volatile @Nullable HttpListener probes;

    private FunctionServer(
            EdgeRuntime runtime,
            EdgeParts parts,
            HttpListener listener,
            Readiness readiness,
            @Nullable LiveSessions live,
            @Nullable SpanExport export) {
        this.runtime = runtime;
        this.parts = parts;
        this.listener = listener;
        this.readiness = readiness;
        this.live = live;
        this.export = export;
    }

    /**
     * Builds the functions that the configuration names, and only those, and serves them.
     *
     * @param outbox where emitted facts go
     * @throws IllegalStateException with a message for the operator when the configuration cannot work
     */
    public static FunctionServer start(EdgeRuntime runtime, List<FunctionModule> modules, OutboxPort outbox) {
        EdgeConfig config = runtime.config();
        Selection selection = Selection.of(modules, config.functions());
        if (selection.servesHttp()) {
            runtime.tokens();
        }
        Metrics metrics = runtime.metrics();
        Readiness readiness = new Readiness(
                runtime.database(),
                metrics,
                config.dsn().isPresent(),
                () -> runtime.loopResources().onServer(false));
        Spans spans = new Spans(config.otlpEndpoint().isPresent(), metrics);
        LiveSessions live = selection.isLive() ? live(runtime) : null;
        EdgeParts parts = new EdgeParts(
                runtime::tokens,
                new Policies(modules, action -> metrics.count("belparcel_policy_denied_total", "action", action)),
                RateLimits.from(config.settings()),
                metrics,
                spans,
                readiness,
                live,
                config.corsOrigins(),
                config.eventSecret().orElse(null),
                config.trustedHops(),
                CompatibleCodes.from(config.settings()));
        HttpEdge edge = new HttpEdge(parts);
        OutboxPort waking = config.wakeUrl()
                .map(url -> waking(outbox, new WakeHint(url, runtime::loopResources, metrics)))
                .orElse(outbox);
        Machinery machinery = new Machinery(runtime.database(), runtime.ids(), waking, new PipelineMetrics(metrics));
        register(selection, new Functions(machinery, runtime, runtime::keys), edge);
        HttpListener listener = listen(config.host(), config.port(), runtime, edge);
        SpanExport export = config.otlpEndpoint()
                .map(url -> new SpanExport(url, spans, config.service(), config.revision(), config.environment()))
                .orElse(null);
        readiness.afterFirstAnswer(JulBridge::install);
        if (export != null) {
            readiness.afterFirstAnswer(export::start);
        }
        watchPool(runtime, metrics);
        readiness.listening();
        return new FunctionServer(runtime, parts, listener, readiness, live, export);
    }

    public int port() {
        return listener.port();
    }

    /** Whether the process can work, from memory: what {@code /readyz} says. */
    public boolean ready() {
        return readiness.ready().up();
    }

    /** Answers probes and metrics on one more port, where the usual one is not reachable for those who ask. */
    public void answerProbesAt(String host, int port) {
        probes = listen(host, port, runtime, new HttpEdge(parts));
    }

    private static HttpListener listen(String host, int port, EdgeRuntime runtime, HttpEdge edge) {
        EdgeConfig config = runtime.config();
        return HttpListener.bind(
                host,
                port,
                runtime.loopResources(),
                edge,
                config.requestTimeout(),
                config.idleTimeout(),
                runtime.metrics());
    }

    /** Blocks until the server was stopped. */
    public void await() {
        listener.await();
    }

    /** Stops in order on SIGTERM: unready, live connections told, no new connections, requests in flight, connections, telemetry. */
    public FunctionServer stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        return this;
    }

    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        readiness.stop();
        if (live != null) {
            live.stop(GOODBYE);
        }
        listener.stop(runtime.config().drainTimeout());
        HttpListener asked = probes;
        if (asked != null) {
            asked.stop(Duration.ofSeconds(1));
        }
        if (export != null) {
            export.stop();
        }
        runtime.close().onErrorResume(error -> Mono.empty()).block(Duration.ofSeconds(5));
        LOG.info("stopped", Map.of());
    }

    /** Only where there is a live route: a cold process of another kind loads nothing of it. */
    private static LiveSessions live(EdgeRuntime runtime) {
        EdgeConfig config = runtime.config();
        return new LiveSessions(
                LiveSettings.from(config.settings(), config.environment()),
                runtime.metrics(),
                runtime.database(),
                () -> runtime.loopResources().onServer(false));
    }

    private static void register(Selection selection, Functions functions, HttpEdge edge) {
        Catalogue catalogue = new Catalogue();
        for (Selection.Chosen chosen : selection.chosen()) {
            edge.add(endpoint(chosen, functions, catalogue));
        }
    }

    /** No switch over types on the way to the first answer: its call site would be linked anew in every cold process. */
    private static Endpoint endpoint(Selection.Chosen chosen, Functions functions, Catalogue catalogue) {
        FunctionSpec spec = chosen.spec();
        String name = spec.name();
        if (spec instanceof FunctionSpec.Command<?, ?> command) {
            return new Endpoint.Command(
                    name,
                    command.route(),
                    chosen.context(),
                    command.body(),
                    catalogue.register(name, functions.command(command)));
        }
        if (spec instanceof FunctionSpec.Query<?> query) {
            return new Endpoint.Query(
                    name, query.route(), chosen.context(), catalogue.register(name, functions.query(query)));
        }
        if (spec instanceof FunctionSpec.Socket socket) {
            return functions.live(chosen.context(), name, socket.route(), true, socket.handler());
        }
        if (spec instanceof FunctionSpec.EventStream stream) {
            return functions.live(chosen.context(), name, stream.route(), false, stream.handler());
        }
        boolean tick = spec instanceof FunctionSpec.Tick;
        int limit = spec instanceof FunctionSpec.RawEvent ? LARGEST_RECORD : LARGEST_EVENT;
        return new Endpoint.Events(
                name, Endpoint.eventPath(name), tick, limit, catalogue.register(name, functions.acknowledging(spec)));
    }

    private static OutboxPort waking(OutboxPort outbox, WakeHint hint) {
        return new OutboxPort() {
            @Override
            public Mono<Void> append(Transaction tx, List<Emitted> events) {
                return outbox.append(tx, events);
            }

            @Override
            public void committed() {
                outbox.committed();
                hint.give();
            }
        };
    }

    private static void watchPool(EdgeRuntime runtime, Metrics metrics) {
        pool(runtime, metrics, "belparcel_db_pool_acquired", PoolMetrics::acquiredSize);
        pool(runtime, metrics, "belparcel_db_pool_idle", PoolMetrics::idleSize);
        pool(runtime, metrics, "belparcel_db_pool_pending", PoolMetrics::pendingAcquireSize);
    }

    private static void pool(EdgeRuntime runtime, Metrics metrics, String name, ToIntFunction<PoolMetrics> value) {
        metrics.gauge(name, () -> {
            ConnectionPool pool = runtime.pool();
            return pool == null ? 0 : pool.getMetrics().map(value::applyAsInt).orElse(0);
        });
    }
}
