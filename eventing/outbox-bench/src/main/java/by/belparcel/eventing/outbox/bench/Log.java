package by.belparcel.eventing.outbox.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The outbox log of the benchmark: created once, filled by SQL, drained again and again by setting the cursors back. */
final class Log {

    static final String TOPIC = "events.order";

    /** A transaction of 500 rows: 450-byte payloads over 20,000 aggregates, versions in the order of the sequence. */
    private static final String FILL = """
            insert into eventing.outbox (shard, event_id, type, topic, source, aggregate_id, aggregate_version,
                                         correlation_id, causation_id, actor, attributes, data)
            select crc32(convert_to(key, 'UTF8')) & 15, uuidv7(), 'by.belparcel.order.status-changed.v1', '%s',
                   '/belparcel/orders', key, n, uuidv7()::text, uuidv7()::text, 'system',
                   jsonb_build_object('traceparent', '00-' || md5(n::text) || '-' || left(md5(key), 16) || '-01'),
                   jsonb_build_object('order_id', key, 'n', n, 'status', 'IN_TRANSIT', 'weight', n %% 5000,
                                      'text', repeat(md5(n::text), 11))
            from (select n, '01890000-0000-7000-8000-' || lpad((n * 7919 %% 20000)::text, 12, '0') as key
                  from generate_series(?::bigint, ?::bigint) n) e""".formatted(TOPIC);

    private static final int TRANSACTION = 500;

    private final String jdbcUrl;

    Log(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    void create() throws SQLException {
        execute(resource("/db/eventing/V1__outbox.sql"));
    }

    void fill(long from, long rows) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement fill = connection.prepareStatement(FILL)) {
            for (long n = from; n < from + rows; n += TRANSACTION) {
                fill.setLong(1, n);
                fill.setLong(2, Math.min(n + TRANSACTION, from + rows) - 1);
                fill.executeUpdate();
            }
        }
        execute("analyze eventing.outbox");
    }

    /** Everything is pending again. */
    void rewind() throws SQLException {
        execute("update eventing.outbox_cursor set win_from = '1:1:', win_to = null, after_seq = 0");
    }

    /** Nothing is pending: the next fill is the only backlog. */
    void settle() throws SQLException {
        execute("update eventing.outbox_cursor set win_from = pg_current_snapshot(), win_to = null, after_seq = 0");
    }

    long deadTuples() throws SQLException {
        execute("select pg_stat_force_next_flush()");
        return number("select coalesce(sum(n_dead_tup), 0) from pg_stat_user_tables where relname like 'outbox\\_2%'");
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Log.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
