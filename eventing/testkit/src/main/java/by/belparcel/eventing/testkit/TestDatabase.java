package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.PooledDatabase;
import by.belparcel.eventing.store.Pools;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database of its own with the machinery's schema and those of some contexts, and plain SQL for assertions. */
public final class TestDatabase implements AutoCloseable {

    private static final int POOL = 10;
    private static final Set<String> BOOKKEEPING = Set.of(
            "eventing.inbox",
            "eventing.inbox_attempts",
            "eventing.idempotency",
            "eventing.outbox_cursor",
            "eventing.outbox_window",
            "eventing.outbox_maintenance");

    private final Dsn dsn;
    private final ConnectionPool pool;
    private final Database database;

    private TestDatabase(Dsn dsn) {
        this.dsn = dsn;
        this.pool = Pools.open(dsn, POOL, "test", Pools.commandOptions());
        this.database = new PooledDatabase(pool);
    }

    /** An existing database, for another process of a test; closing it does not drop it. */
    static FunctionHarness harnessAt(Dsn dsn, FunctionModule module) {
        return FunctionHarness.of(new TestDatabase(dsn), module);
    }

    /** @param contexts names of folders under {@code db/} on the class path, without {@code eventing} */
    public static TestDatabase with(String... contexts) {
        return new TestDatabase(Templates.copy(
                Stream.concat(Stream.of("eventing"), Stream.of(contexts)).toList()));
    }

    public Dsn dsn() {
        return dsn;
    }

    /** The pool that functions under test use. */
    public Database database() {
        return database;
    }

    /** Connections that are borrowed at this moment; 0 when nothing leaked. */
    public int borrowedConnections() {
        return pool.getMetrics().map(PoolMetrics::acquiredSize).orElse(0);
    }

    /** A plain connection in autocommit mode; the caller closes it. */
    public Connection jdbc() throws SQLException {
        return DriverManager.getConnection(dsn.jdbcUrl(), dsn.user(), dsn.password());
    }

    /** Executes a statement with {@code ?} parameters. @return changed rows */
    public int execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = jdbc();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the only row as a number. */
    public long number(String sql, @Nullable Object... parameters) {
        return Long.parseLong(texts(sql, parameters).getFirst());
    }

    /** The first column of the first row; {@code "null"} for SQL null. */
    public String text(String sql, @Nullable Object... parameters) {
        return texts(sql, parameters).getFirst();
    }

    /** The first column of all rows. */
    public List<String> texts(String sql, @Nullable Object... parameters) {
        return rows(sql, parameters).stream().map(List::getFirst).toList();
    }

    /** All rows, all columns as text. */
    public List<List<String>> rows(String sql, @Nullable Object... parameters) {
        try (Connection connection = jdbc();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Everything that functions have written, by table: the contexts' tables, the outbox and the timers, without dedupe records. */
    public Map<String, List<String>> effects() {
        Map<String, List<String>> effects = new LinkedHashMap<>();
        for (String table : tables()) {
            if (!BOOKKEEPING.contains(table)) {
                effects.put(table, texts("select t::text from " + table + " t order by 1"));
            }
        }
        return effects;
    }

    private List<String> tables() {
        return texts("""
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_history'
                  and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                order by 1
                """);
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        pool.dispose();
        Templates.drop(dsn);
    }
}
