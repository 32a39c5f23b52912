package by.belparcel.runner.serving;

import by.belparcel.embedded.ChildProcesses;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Starts the process of an instance or a job: the command {@code java} is the Java that the runner itself runs on, the environment is
 * what the manifest says and nothing of the runner's own but the basics, and all output goes to the log of the service.
 */
public final class ProcessLauncher {

    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER");

    private final Path logs;
    private final Map<String, RotatingLog> open = new ConcurrentHashMap<>();

    public ProcessLauncher(Path logs) {
        this.logs = logs;
    }

    /** Starts it; {@code log} names the log file, {@code id} stands before each of its lines. */
    public Process start(ServiceSpec.Launch launch, Map<String, String> more, String log, String id) {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        List<String> command = new ArrayList<>(launch.command());
        if (command.getFirst().equals("java")) {
            command.set(0, bin.resolve("java").toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true);
        Map<String, String> env = builder.environment();
        env.keySet().retainAll(INHERITED);
        env.merge("PATH", "/usr/bin:/bin", (path, none) -> path);
        env.computeIfPresent("PATH", (name, path) -> bin + File.pathSeparator + path);
        env.put("JAVA_HOME", System.getProperty("java.home"));
        env.putAll(launch.env());
        env.putAll(more);
        Process process = ChildProcesses.start(builder);
        RotatingLog target = open.computeIfAbsent(log, name -> new RotatingLog(logs.resolve(name + ".log")));
        Thread.ofVirtual().name("log-" + id).start(() -> copy(process, target, id));
        return process;
    }

    /** The log file of that name. */
    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** The last line of a log that is no stack frame, to say why something did not start. */
    public Optional<String> lastLine(String name) {
        try (Stream<String> lines = Files.lines(log(name), StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank() && !line.contains("\tat ") && !line.endsWith(" more"))
                    .reduce((earlier, later) -> later);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static void copy(Process process, RotatingLog log, String id) {
        try {
            log.open();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    log.line("[" + id + "]", line);
                }
            } finally {
                log.close();
            }
        } catch (IOException e) {
            System.getLogger(ProcessLauncher.class.getName())
                    .log(System.Logger.Level.DEBUG, "the output of {0} ended: {1}", id, e.getMessage());
        }
    }
}
