package by.belparcel.console.bench;

import by.belparcel.console.AppFolder;
import by.belparcel.console.AppProcess;
import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A whole system of its own on free ports, started for one measurement and removed with everything it wrote. */
public final class OwnSystem implements AutoCloseable {

    private static final int START_SECONDS = 90;
    private static final int STOP_SECONDS = 60;

    private final Process runner;
    private final Path state;
    private final RunningSystem system;

    private OwnSystem(Process runner, Path state, RunningSystem system) {
        this.runner = runner;
        this.state = state;
        this.system = system;
    }

    public static OwnSystem start() throws IOException, InterruptedException {
        Path state = Files.createTempDirectory("belparcel-system");
        Path root = RunningSystem.root().toAbsolutePath().normalize();
        Path target = root.resolve("local-compose/runner/target");
        Path log = state.resolve("up.log");
        Process runner = new ProcessBuilder(List.of(
                        AppFolder.java().toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dbelparcel.root=" + root,
                        "-Dbelparcel.state=" + state,
                        "-cp",
                        target + "/lib/*:" + target + "/belparcel-runner.jar",
                        "by.belparcel.runner.main.RunnerMain",
                        "up",
                        "--port",
                        String.valueOf(AppProcess.freePort())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(log).contains("BelParcel is up: ")) {
            if (!runner.isAlive() || System.nanoTime() > deadline) {
                runner.destroyForcibly();
                throw new IllegalStateException("the system did not start:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new OwnSystem(runner, state, RunningSystem.in(state));
    }

    public RunningSystem running() {
        return system;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        runner.destroy();
        if (!runner.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            runner.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
