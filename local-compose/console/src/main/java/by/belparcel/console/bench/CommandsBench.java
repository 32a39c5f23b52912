package by.belparcel.console.bench;

import by.belparcel.console.ApiClient;
import by.belparcel.console.AppFolder;
import by.belparcel.console.AppProcess;
import by.belparcel.console.DemoOrders;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Commands over HTTP with token, idempotency, validation and outbox against the same SQL alone: what one {@code POST /orders}
 * executes is taken from the server's log and executed with fresh ids by as many connections, prepared once, as pgbench does.
 */
final class CommandsBench implements Bench {

    private static final int CLIENTS = 8;
    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 12;
    private static final double SHARE = 0.6;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("belparcel-commands");
        EmbeddedPostgres.Options options = EmbeddedPostgres.Options.temporary()
                .withData(folder.resolve("postgres"))
                .withSetting("logging_collector", "on")
                .withSetting("log_directory", folder.resolve("log").toString())
                .withSetting("log_line_prefix", "||")
                .withSetting("log_parameter_max_length", "-1");
        Files.createDirectories(folder.resolve("log"));
        folder.toFile().setWritable(true, false);
        folder.resolve("log").toFile().setWritable(true, false);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options)) {
            AppFolder.migrate(postgres.dsn());
            AppProcess process = AppProcess.start(List.of("@cold.args"), "placeOrder", postgres.dsn(), "127.0.0.1:1");
            try {
                process.awaitReady(60);
                String run = UUID.randomUUID().toString().substring(0, 8);
                ApiClient api = new ApiClient(process.address(), process.token());
                place(api, run, 0);
                CapturedSql sql = captured(postgres, api, run, folder.resolve("log"));
                Rates.of(CLIENTS, WARM_UP_SECONDS, client -> () -> place(api, run, client));
                double commands = Rates.of(CLIENTS, SECONDS, client -> () -> place(api, run, client));
                double plain = Rates.of(CLIENTS, SECONDS, client -> new SqlReplay(postgres, sql));
                return List.of(Figure.atLeast(
                        "commands over HTTP", commands, "orders/s", "the same SQL alone, prepared", plain, SHARE));
            } finally {
                process.terminate(20);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static CapturedSql captured(EmbeddedPostgres postgres, ApiClient api, String run, Path log)
            throws SQLException, IOException, InterruptedException {
        SqlReplay.logging(postgres, true);
        place(api, run, 1);
        SqlReplay.logging(postgres, false);
        CapturedSql sql = CapturedSql.read(log);
        if (sql.statements().isEmpty()) {
            throw new IllegalStateException("the server's log shows no statement of the command");
        }
        return sql;
    }

    private static Object place(ApiClient api, String run, int client) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        ApiClient.Answer answer = api.post("/orders", key, DemoOrders.order(run + key, client));
        if (answer.status() != 201) {
            throw new IllegalStateException("POST /orders answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
