package by.belparcel.eventing.outbox;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** One PostgreSQL and one Kafka for all tests of this module, stopped with the JVM. */
final class Servers {

    static final String TEMPLATE = "outbox_template";

    static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
    static final EmbeddedKafka KAFKA = EmbeddedKafka.start(EmbeddedKafka.Options.temporary());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            POSTGRES.close();
            KAFKA.close();
        }));
        try {
            execute(POSTGRES.jdbcUrl(), "create database " + TEMPLATE);
            execute(POSTGRES.jdbcUrl(TEMPLATE), migration());
            execute(
                    POSTGRES.jdbcUrl(TEMPLATE),
                    "create table aggregates (id text primary key, version bigint not null default 0)");
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Servers() {}

    static void execute(String jdbcUrl, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A writer that runs into a key of another one gives up at once. */
    static void lockTimeout(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("set lock_timeout = '1ms'");
        }
        writer.commit();
    }

    private static String migration() {
        try (InputStream in =
                Objects.requireNonNull(Servers.class.getResourceAsStream("/db/eventing/V1__outbox.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
