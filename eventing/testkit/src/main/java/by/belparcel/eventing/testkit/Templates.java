package by.belparcel.eventing.testkit;

import by.belparcel.embedded.EmbeddedPostgres;
import by.belparcel.eventing.migration.Migrator;
import by.belparcel.eventing.store.Dsn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Migrated databases to copy from: migrations run once per JVM and set of contexts, a copy takes a fraction of a second. */
final class Templates {

    /** Held here, because the log manager does not keep loggers alive: a page of migrations helps no test report. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private static final Map<List<String>, String> MADE = new HashMap<>();
    private static int next;

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    private Templates() {}

    /** @return address of a new database with these contexts migrated */
    static synchronized Dsn copy(List<String> contexts) {
        EmbeddedPostgres server = Servers.postgres();
        String template = MADE.computeIfAbsent(contexts, wanted -> make(server, wanted));
        String name = "test_" + ++next;
        execute(server, "create database " + name + " template " + template);
        return Dsn.parse(server.dsn(name));
    }

    static synchronized void drop(Dsn dsn) {
        execute(Servers.postgres(), "drop database if exists " + dsn.database() + " with (force)");
    }

    private static String make(EmbeddedPostgres server, List<String> contexts) {
        String name = "template_" + MADE.size();
        execute(server, "create database " + name);
        Migrator migrator = new Migrator(Dsn.parse(server.dsn(name)));
        contexts.forEach(migrator::migrate);
        return name;
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
