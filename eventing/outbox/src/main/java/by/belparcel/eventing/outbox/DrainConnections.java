package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.PooledDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import reactor.netty.resources.LoopResources;

/**
 * The drain's own connections: longer statements than a command may have, memory to sort a window without spilling, and an
 * event loop each, because decoding rows is what limits the rate.
 */
public final class DrainConnections {

    private static final Map<String, String> OPTIONS = Map.of(
            "lock_timeout", "2s",
            "statement_timeout", "30s",
            "idle_in_transaction_session_timeout", "15s",
            "work_mem", "96MB",
            "TimeZone", "UTC",
            "DateStyle", "ISO");

    private DrainConnections() {}

    /** Nothing connects before the first statement. */
    public static Database open(Dsn dsn, int connections) {
        return new PooledDatabase(pool(dsn, connections));
    }

    static ConnectionPool pool(Dsn dsn, int connections) {
        PostgresqlConnectionFactory factory =
                new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                        .host(dsn.host())
                        .port(dsn.port())
                        .database(dsn.database())
                        .username(dsn.user())
                        .password(dsn.password())
                        .applicationName("belparcel-outbox")
                        .connectTimeout(Duration.ofSeconds(3))
                        .tcpKeepAlive(true)
                        .options(OPTIONS)
                        .loopResources(LoopResources.create("outbox", connections, connections, true, false))
                        .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(connections)
                .maxAcquireTime(Duration.ofSeconds(10))
                .maxCreateConnectionTime(Duration.ofSeconds(3))
                .maxIdleTime(Duration.ofMinutes(2))
                .maxLifeTime(Duration.ofMinutes(15))
                .maxValidationTime(Duration.ofSeconds(1))
                .validationDepth(ValidationDepth.REMOTE)
                .acquireRetry(connections)
                .build());
    }
}
