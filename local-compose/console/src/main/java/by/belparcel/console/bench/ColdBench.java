package by.belparcel.console.bench;

import by.belparcel.console.AppFolder;
import by.belparcel.console.AppProcess;
import by.belparcel.console.RunningSystem;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Cold start: process start to the first CloudEvent answered 204 with its inbox row and its effect committed, against a bare
 * JDK HTTP server with an AOT cache of its own. The two take turns, so that both see the same machine.
 */
final class ColdBench implements Bench {

    private static final int ROUNDS = 15;
    private static final double LIMIT = 6;

    private static final String FUNCTION = "revokePickupTicketOnOrderCancelled";

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("belparcel-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary())) {
            AppFolder.migrate(postgres.dsn());
            Path cache = bareCache(folder);
            List<Double> ours = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                int port = AppProcess.freePort();
                bare.add(ColdStart.millis(bare(port, "-XX:AOTCache=" + cache), port, request(port)));
                port = AppProcess.freePort();
                ours.add(ColdStart.millis(ours(port, postgres.dsn()), port, request(port)));
            }
            return List.of(Figure.atMost(
                    "cold",
                    ColdStart.median(ours),
                    "ms",
                    "bare JDK server with AOT cache",
                    ColdStart.median(bare),
                    LIMIT));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    static ProcessBuilder ours(int port, String dsn) {
        return AppProcess.builder(List.of("@java.args"), port, FUNCTION, dsn, "127.0.0.1:1");
    }

    private static ProcessBuilder bare(int port, String option) {
        Path jar = RunningSystem.root().resolve("local-compose/console/target/tools/belparcel-console.jar");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        AppFolder.java().toString(),
                        option,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        jar.toString(),
                        BareServer.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PORT", String.valueOf(port));
        return builder;
    }

    private static Path bareCache(Path folder) throws IOException, InterruptedException {
        Path cache = folder.resolve("bare.aot");
        int port = AppProcess.freePort();
        ColdStart.millis(bare(port, "-XX:AOTCacheOutput=" + cache), port, request(port));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(cache) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return cache;
    }

    /** The cancellation of an order that nobody has heard of: remembered in one row beside the inbox row. */
    static byte[] request(int port) {
        String order = UUID.randomUUID().toString();
        String data = """
                {"order_id":"%s","reason":"SHOP","by":"bench","was_state":"CREATED","at":"2026-01-01T00:00:00Z"}""".formatted(order);
        return String.format(
                        Locale.ROOT,
                        """
                        POST /events/revoke-pickup-ticket-on-order-cancelled HTTP/1.1\r
                        host: 127.0.0.1:%d\r
                        content-type: application/json\r
                        content-length: %d\r
                        ce-specversion: 1.0\r
                        ce-id: %s\r
                        ce-source: /belparcel/bench\r
                        ce-type: by.belparcel.order.cancelled.v1\r
                        ce-subject: %s\r
                        ce-partitionkey: %s\r
                        ce-sequence: 0000000001\r
                        ce-correlationid: bench\r
                        ce-causationid: bench\r
                        ce-actor: system\r
                        ce-time: %s\r
                        connection: close\r
                        \r
                        %s""",
                        port,
                        data.length(),
                        UUID.randomUUID(),
                        order,
                        order,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        data)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
