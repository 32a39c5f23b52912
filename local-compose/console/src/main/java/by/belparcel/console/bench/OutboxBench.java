package by.belparcel.console.bench;

import by.belparcel.console.AppFolder;
import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drain of the outbox against a raw JDBC drain of the same rows to the same Kafka, in a process of its own. */
final class OutboxBench implements Bench {

    private static final double SHARE = 0.8;
    private static final double SAME_AT_BACKLOG = 0.8;
    private static final double SAME_WITH_OLD_TRANSACTION = 0.9;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        AppFolder.java().toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dbelparcel.root=" + RunningSystem.root().toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "by.belparcel.eventing.outbox.bench.OutboxBenchmark"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the outbox benchmark failed");
        }
        JsonNode figures = JsonMapper.builder().build().readTree(output.substring(output.indexOf('{')));
        double raw = figures.path("raw_per_s").asDouble();
        double drain = figures.path("drain_per_s").asDouble();
        return List.of(
                Figure.atLeast("outbox drain", drain, "events/s", "raw JDBC drain of the same rows", raw, SHARE),
                Figure.atLeast(
                        "outbox at 2,000,000",
                        figures.path("large_per_s").asDouble(),
                        "events/s",
                        "drain of 200,000 rows",
                        drain,
                        SAME_AT_BACKLOG),
                Figure.atLeast(
                        "outbox, old transaction",
                        figures.path("old_transaction_per_s").asDouble(),
                        "events/s",
                        "drain of 200,000 rows",
                        drain,
                        SAME_WITH_OLD_TRANSACTION),
                Figure.limit(
                        "outbox, out of order", figures.path("four_disordered").asDouble(), "events", 0));
    }
}
