package by.belparcel.eventing.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random steps of several writers (early and late transaction numbers, several events, savepoints, commits, rollbacks) and of a
 * relay, one after the other in an order that the seed decides.
 */
final class Interleaving {

    private static final int KEYS = 3;

    private final OutboxBed bed;
    private final RandomGenerator random;
    private final List<Connection> writers;
    private final Relay relay;

    Interleaving(OutboxBed bed, RandomGenerator random, List<Connection> writers, Relay relay) {
        this.bed = bed;
        this.random = random;
        this.writers = writers;
        this.relay = relay;
    }

    /** @param name prefix of the keys, so that interleavings do not share aggregates */
    void run(String name, int steps) throws SQLException {
        for (int step = 0; step < steps; step++) {
            Connection writer = writers.get(random.nextInt(writers.size()));
            switch (random.nextInt(10)) {
                case 0 -> execute(writer, "select pg_current_xact_id()");
                case 1, 2, 3, 4 -> write(writer, name + "-" + random.nextInt(KEYS));
                case 5 -> abandoned(writer, name + "-" + random.nextInt(KEYS));
                case 6, 7 -> writer.commit();
                case 8 -> writer.rollback();
                default -> relay.run();
            }
        }
        for (Connection writer : writers) {
            relay.run();
            writer.commit();
        }
    }

    private void write(Connection writer, String key) throws SQLException {
        execute(writer, "insert into aggregates (id) values ('" + key + "') on conflict do nothing", "55P03");
        try (PreparedStatement lock =
                writer.prepareStatement("select version from aggregates where id = ? for update skip locked")) {
            lock.setString(1, key);
            try (ResultSet found = lock.executeQuery()) {
                if (found.next()) {
                    long version = found.getLong(1) + 1;
                    execute(writer, "update aggregates set version = " + version + " where id = '" + key + "'");
                    bed.append(writer, key, version);
                }
            }
        }
    }

    private void abandoned(Connection writer, String key) throws SQLException {
        Savepoint savepoint = writer.setSavepoint();
        write(writer, key);
        writer.rollback(savepoint);
    }

    /** A key that somebody else is inserting is left alone; a savepoint keeps the transaction alive. */
    private static void execute(Connection writer, String sql, String tolerated) throws SQLException {
        Savepoint savepoint = writer.setSavepoint();
        try {
            execute(writer, sql);
            writer.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            if (!tolerated.equals(e.getSQLState())) {
                throw e;
            }
            writer.rollback(savepoint);
        }
    }

    private static void execute(Connection writer, String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }
}
