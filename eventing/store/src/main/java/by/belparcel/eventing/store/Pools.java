package by.belparcel.eventing.store;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;

/** Opens the pool with the limits that platform notes section 10 require; nothing connects before the first statement. */
public final class Pools {

    private Pools() {}

    /**
     * @param maxSize connections of this process; instances times this must stay below max_connections
     * @param options further session settings such as {@code lock_timeout}
     */
    public static ConnectionPool open(Dsn dsn, int maxSize, String applicationName, Map<String, String> options) {
        return open(dsn, maxSize, applicationName, options, null);
    }

    /** @param loops event loops to share with the rest of the process; null = those of the driver */
    public static ConnectionPool open(
            Dsn dsn, int maxSize, String applicationName, Map<String, String> options, @Nullable LoopResources loops) {
        PostgresqlConnectionConfiguration.Builder driver = PostgresqlConnectionConfiguration.builder();
        if (loops != null) {
            driver.loopResources(loops);
        }
        PostgresqlConnectionFactory factory = new PostgresqlConnectionFactory(driver.host(dsn.host())
                .port(dsn.port())
                .database(dsn.database())
                .username(dsn.user())
                .password(dsn.password())
                .applicationName(applicationName)
                .connectTimeout(Duration.ofSeconds(3))
                .tcpKeepAlive(true)
                .autodetectExtensions(false)
                .options(options)
                .build());
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(maxSize)
                .maxAcquireTime(Duration.ofSeconds(3))
                .maxCreateConnectionTime(Duration.ofSeconds(3))
                .maxIdleTime(Duration.ofMinutes(2))
                .maxLifeTime(Duration.ofMinutes(15))
                .maxValidationTime(Duration.ofSeconds(1))
                .validationDepth(ValidationDepth.LOCAL)
                .acquireRetry(maxSize)
                .build());
    }

    /** Session settings of a command or handler process. */
    public static Map<String, String> commandOptions() {
        return Map.of(
                "lock_timeout", "2s",
                "statement_timeout", "4s",
                "idle_in_transaction_session_timeout", "15s",
                "TimeZone", "UTC");
    }
}
