package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.security.JwtTokens;
import by.belparcel.eventing.edge.security.SigningKeys;
import by.belparcel.eventing.edge.telemetry.JsonLogs;
import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.store.Database;
import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * What one process shares: event loops, connection pool, ids, tokens, metrics. Made before the functions, because some of
 * them are built from it.
 */
public final class EdgeRuntime implements Services {

    private static final int LOOPS = 2;

    private final EdgeConfig config;
    private final Metrics metrics = new Metrics();
    private final Ids ids = new Ids();
    private final Supplier<LoopResources> loops;
    private final Supplier<@Nullable ConnectionPool> pool;
    private final Database database;
    private @Nullable SigningKeys keys;
    private @Nullable Tokens tokens;

    private EdgeRuntime(
            EdgeConfig config,
            Supplier<LoopResources> loops,
            Supplier<@Nullable ConnectionPool> pool,
            Database database) {
        this.config = config;
        this.loops = loops;
        this.pool = pool;
        this.database = database;
    }

    /** Installs the log format and begins to open loops, pool and a first connection of DB_DSN in the background. */
    public static EdgeRuntime open(EdgeConfig config) {
        ColdStart.prepare();
        JsonLogs.install(config.service(), config.revision(), config.environment(), config.logLevel());
        HeadStart made = HeadStart.begin(config);
        return new EdgeRuntime(config, made::loops, made::pool, made);
    }

    /** For tests: a database that somebody else opened and closes. */
    public static EdgeRuntime on(EdgeConfig config, Database database) {
        ColdStart.prepare();
        LoopResources loops = newLoops();
        return new EdgeRuntime(config, () -> loops, () -> null, database);
    }

    public EdgeConfig config() {
        return config;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Settings settings() {
        return config.settings();
    }

    @Override
    public Ids ids() {
        return ids;
    }

    /** @throws IllegalStateException when no signing secret is configured or it is weak */
    @Override
    public synchronized Tokens tokens() {
        Tokens made = tokens;
        if (made == null) {
            made = new JwtTokens(
                    keys(),
                    settings(),
                    ids,
                    Clock.systemUTC(),
                    reason -> metrics.count("belparcel_auth_failures_total", "reason", reason));
            tokens = made;
        }
        return made;
    }

    @Override
    public Meter meter() {
        return metrics;
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Event loops of HTTP and database. */
    public LoopResources loopResources() {
        return loops.get();
    }

    synchronized SigningKeys keys() {
        SigningKeys made = keys;
        if (made == null) {
            made = SigningKeys.from(settings());
            keys = made;
        }
        return made;
    }

    @Nullable
    ConnectionPool pool() {
        return pool.get();
    }

    Mono<Void> close() {
        ConnectionPool opened = pool.get();
        Mono<Void> connections = opened == null ? Mono.empty() : opened.disposeLater();
        return connections.then(loops.get().disposeLater(Duration.ZERO, Duration.ofSeconds(2)));
    }

    /** Connections are spread over the loops instead of sticking to the one that opened them. */
    static LoopResources newLoops() {
        LoopResources made = LoopResources.create("edge", 1, LOOPS, true, false);
        made.onServer(false);
        return made;
    }
}
