package by.belparcel.trips;

import by.belparcel.eventing.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A transaction that is open while something else runs into its locks, and is committed then. */
public final class Meanwhile {

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    private record Statement(String sql, List<Object> values) {}

    private final TestDatabase database;
    private final List<Statement> statements = new ArrayList<>();

    private Meanwhile(TestDatabase database) {
        this.database = database;
    }

    public static Meanwhile in(TestDatabase database) {
        return new Meanwhile(database);
    }

    public Meanwhile execute(String sql, Object... values) {
        statements.add(new Statement(sql, List.of(values)));
        return this;
    }

    /** @return what the other one answers, which had to wait */
    public <T> T run(Supplier<T> other) {
        try (Connection connection = database.jdbc()) {
            connection.setAutoCommit(false);
            for (Statement statement : statements) {
                execute(connection, statement);
            }
            CompletableFuture<T> running = CompletableFuture.supplyAsync(other);
            while (!running.isDone() && database.number(WAITING) == 0) {
                Thread.onSpinWait();
            }
            if (running.isDone()) {
                throw new AssertionError("it did not wait: " + running.join());
            }
            connection.commit();
            return running.join();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.values().size(); i++) {
                prepared.setObject(i + 1, statement.values().get(i));
            }
            prepared.execute();
        }
    }
}
