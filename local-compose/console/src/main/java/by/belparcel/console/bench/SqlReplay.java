package by.belparcel.console.bench;

import by.belparcel.console.DemoPlaces;
import by.belparcel.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection that executes captured statements in a transaction, each time with fresh ids, so that nothing collides. */
final class SqlReplay implements Callable<Object> {

    private static final Pattern UNIQUE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|BP-\\d{6}-\\d+-\\d");

    private final Statement statement;
    private final CapturedSql sql;
    private final Map<String, String> kept;

    SqlReplay(EmbeddedPostgres postgres, CapturedSql sql) {
        this.sql = sql;
        try {
            Connection connection = connect(postgres);
            connection.setAutoCommit(false);
            this.statement = connection.createStatement();
            this.kept = places();
            for (int i = 0; i < sql.statements().size(); i++) {
                statement.execute("prepare captured" + i + " as "
                        + sql.statements().get(i).text());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void logging(EmbeddedPostgres postgres, boolean on) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + (on ? "all" : "none") + "'");
            statement.execute("select pg_reload_conf()");
            boolean reached = false;
            while (!reached) {
                try (var rows = statement.executeQuery("show log_statement")) {
                    reached = rows.next() && rows.getString(1).equals(on ? "all" : "none");
                }
            }
        }
    }

    @Override
    public Object call() throws SQLException {
        Map<String, String> fresh = new HashMap<>(kept);
        for (int i = 0; i < sql.statements().size(); i++) {
            String values = String.join(", ", sql.statements().get(i).values());
            statement.execute("execute captured" + i + (values.isEmpty() ? "" : "(" + renewed(values, fresh) + ")"));
        }
        statement.getConnection().commit();
        return this;
    }

    private static String renewed(String values, Map<String, String> fresh) {
        Matcher matcher = UNIQUE.matcher(values);
        return matcher.replaceAll(found -> fresh.computeIfAbsent(
                found.group(),
                old -> old.startsWith("BP-")
                        ? "BP-" + UUID.randomUUID()
                        : UUID.randomUUID().toString()));
    }

    /** Ids of the seed data stay as they are. */
    private static Map<String, String> places() {
        Map<String, String> places = new HashMap<>();
        DemoPlaces.PVZS.forEach(id -> places.put(id, id));
        places.put(DemoPlaces.SHOP, DemoPlaces.SHOP);
        places.put(DemoPlaces.WAREHOUSE, DemoPlaces.WAREHOUSE);
        return places;
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
