package by.belparcel.runner.admin;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Asks the database for the state of the outbox; a short connection per question, and one answer for all who ask in the same second. */
public final class DatabaseProbe {

    private static final long KEEP_NANOS = 1_000_000_000L;

    private static final String PRESENT = """
            select to_regclass('eventing.outbox_cursor') is not null, to_regclass('operations.dead_letters') is not null
            """;

    private static final String OUTBOX = """
            select count(*), coalesce(extract(epoch from clock_timestamp() - min(o.created_at)), 0),
                   (select count(*) from eventing.outbox_parked)
            from eventing.outbox_cursor c
            join eventing.outbox o on o.shard = c.shard and o.xid >= pg_snapshot_xmin(c.win_from)
            where not pg_visible_in_snapshot(o.xid, c.win_from)
              and (c.win_to is null or not pg_visible_in_snapshot(o.xid, c.win_to) or o.seq > c.after_seq)
            """;

    private static final String DEAD = """
            select count(*) from operations.dead_letters where state in ('OPEN', 'REDRIVING', 'PARKED')
            """;

    private final String url;
    private final Properties login = new Properties();
    private OutboxState last = OutboxState.none();
    private long asked = Long.MIN_VALUE;

    /** {@code dsn}: {@code postgres://user:password@host:port/database}. */
    public DatabaseProbe(String dsn) {
        URI uri = URI.create(dsn);
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        this.url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath();
        String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        int colon = user.indexOf(':');
        login.setProperty("user", colon < 0 ? user : user.substring(0, colon));
        login.setProperty("password", colon < 0 ? "" : user.substring(colon + 1));
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "5");
        login.setProperty("options", "-c statement_timeout=2000");
        login.setProperty("ApplicationName", "belparcel-runner");
    }

    /** The state now, or of the last second. */
    public synchronized OutboxState ask() {
        long now = System.nanoTime();
        if (asked == Long.MIN_VALUE || now - asked > KEEP_NANOS) {
            last = query();
            asked = System.nanoTime();
        }
        return last;
    }

    private OutboxState query() {
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement()) {
            boolean outbox;
            boolean dead;
            try (ResultSet row = statement.executeQuery(PRESENT)) {
                row.next();
                outbox = row.getBoolean(1);
                dead = row.getBoolean(2);
            }
            long deadLetters = dead ? count(statement) : 0;
            return outbox ? outbox(statement, deadLetters) : new OutboxState(0, 0, 0, deadLetters);
        } catch (SQLException e) {
            return OutboxState.unknown();
        }
    }

    private static OutboxState outbox(Statement statement, long deadLetters) throws SQLException {
        try (ResultSet row = statement.executeQuery(OUTBOX)) {
            row.next();
            return new OutboxState(row.getLong(1), row.getDouble(2), row.getLong(3), deadLetters);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(DEAD)) {
            row.next();
            return row.getLong(1);
        }
    }
}
