package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function as a real process that really dies. */
final class DrainProcessIT {

    private static final int KILLED = 137;

    private final OutboxBed bed = new OutboxBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest // no, some or all records are in Kafka when the process dies
    @CsvSource({"O0, 0, 0", "O1, 0, 0", "O2, 0, 20", "O3, 1, 20", "O4, 1, 20", "O5, 0, 0"})
    void aProcessKilledAtAnyPointLosesNothing(String point, long doubledAtLeast, long doubledAtMost) throws Exception {
        for (int version = 1; version <= 20; version++) {
            bed.appendCommitted("key", version);
        }
        long ticks = run("-Dbelchaos.halt=" + point + ":1", KILLED) + run("-Xmx64m", 0);
        LogCheck check = bed.check();
        assertThat(check.lost()).isZero();
        assertThat(check.ghosts()).isZero();
        assertThat(check.disordered()).isZero();
        assertThat(check.doubled()).isGreaterThanOrEqualTo(doubledAtLeast);
        if (ticks == 2) {
            assertThat(check.doubled()).isLessThanOrEqualTo(doubledAtMost);
        }
    }

    @Test // 60 MB of rows through a heap of 48 MB
    void aLargeBacklogPassesThroughASmallHeap() throws Exception {
        int rows = 60_000;
        fill(rows);
        long ticks = run("-Xmx48m", 0);
        LogCheck check = bed.check();
        assertThat(check).isEqualTo(new LogCheck(rows, 0, 0, ticks == 1 ? 0 : check.doubled(), 0));
    }

    private void fill(int rows) throws SQLException {
        bed.execute("""
                insert into eventing.outbox (shard, event_id, type, topic, aggregate_id, aggregate_version,
                                             correlation_id, causation_id, actor, data)
                select crc32(convert_to(key, 'UTF8')) & 15, uuidv7(), 'by.belparcel.order.created.v1', '%s', key, n,
                       'c', 'c', 'system', jsonb_build_object('text', repeat(md5(n::text), 30))
                from (select n, 'key-' || n %% 500 as key from generate_series(1, %d) n) e""".formatted(bed.topic, rows));
    }

    /** Runs the process until it ends with this exit code; returns how many ticks it needed. */
    private long run(String option, int exitCode) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                option,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DrainProcess.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of("DB_DSN", bed.dsn(), "KAFKA_BROKERS", Servers.KAFKA.brokers(), "ENVIRONMENT", "test"));
        Process process = builder.start();
        try {
            // A few lines: they fit into the pipe.
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
            return process.inputReader().lines().filter("tick"::equals).count();
        } finally {
            process.destroyForcibly();
        }
    }
}
