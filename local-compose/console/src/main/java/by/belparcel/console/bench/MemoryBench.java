package by.belparcel.console.bench;

import by.belparcel.console.AppFolder;
import by.belparcel.console.AppProcess;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Resident memory of a function process that has answered one event and waits. The reference is the part that no other process
 * shares: pages of the AOT cache, of the JVM and of jars are mapped from files and counted once per machine.
 */
final class MemoryBench implements Bench {

    private static final double LIMIT_MB = 130;
    private static final double KIB_PER_MB = 1024;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary())) {
            AppFolder.migrate(postgres.dsn());
            int port = AppProcess.freePort();
            Process process = ColdBench.ours(port, postgres.dsn()).start();
            try {
                ColdStart.awaitAnswer(process, port, ColdBench.request(port));
                double resident = megabytes(process.pid(), "VmRSS");
                double own = megabytes(process.pid(), "RssAnon");
                return List.of(new Figure(
                        "memory, waiting",
                        resident,
                        "MB",
                        "of which not shared",
                        own,
                        resident / own,
                        "<= " + (int) LIMIT_MB + " MB",
                        resident <= LIMIT_MB));
            } finally {
                process.destroy();
                process.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    static double megabytes(long pid, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MB)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this system does not tell " + field));
    }
}
