package by.belparcel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresIT {

    @Test
    void keepsCommittedRowsOverAKillAndARestart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary())) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept values (42)");
            long before = postgres.pid();
            postgres.kill();
            postgres.restart();
            assertThat(postgres.pid()).isNotEqualTo(before);
            assertThat(one(postgres, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void takesSettingsAndAPassword(@TempDir Path data) throws SQLException {
        EmbeddedPostgres.Options options = EmbeddedPostgres.Options.temporary()
                .withData(data)
                .withPassword("another")
                .withFsync(true)
                .withSetting("max_connections", "37");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options)) {
            assertThat(one(postgres, "show max_connections")).isEqualTo("37");
            assertThat(one(postgres, "show server_version_num")).startsWith("18");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/belparcel", "belparcel", "wrong"))
                    .isInstanceOf(SQLException.class);
            run(postgres, "create table kept (n int)");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options)) {
            assertThat(one(postgres, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void leavesNoFolderAndNoProcess() {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
        Process process = postgres.process();
        postgres.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(Leftovers.of("postgres-")).isEmpty();
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
