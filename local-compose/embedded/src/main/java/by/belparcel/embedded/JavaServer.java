package by.belparcel.embedded;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a JVM of its own with the jars of one folder; it says {@code READY} on its standard output. */
final class JavaServer {

    private static final long START_SECONDS = 60;

    private JavaServer() {}

    static Process start(
            Path libs, List<String> jvm, String main, List<String> args, Map<String, String> env, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(libs), main));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.toAbsolutePath().resolveSibling("").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Options of somebody's shell must not reach a server that was tuned to be small.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().putAll(env);
        Process process = ChildProcesses.start(builder);
        awaitReady(process, main, log);
        return process;
    }

    private static void awaitReady(Process process, String main, Path log) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                        for (String line = out.readLine(); line != null; line = out.readLine()) {
                            if (line.equals("READY")) {
                                ready.complete(true);
                            }
                        }
                        ready.complete(false);
                    } catch (IOException e) {
                        ready.complete(false);
                    }
                },
                main + "-output");
        reader.setDaemon(true);
        reader.start();
        boolean up =
                ready.completeOnTimeout(false, START_SECONDS, TimeUnit.SECONDS).join();
        if (!up) {
            process.destroyForcibly();
            throw new IllegalStateException(main + " did not start: " + tail(log));
        }
    }

    private static String classPath(Path libs) {
        try (Stream<Path> jars = Files.list(libs)) {
            List<String> names = jars.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
            return String.join(File.pathSeparator, names);
        } catch (IOException e) {
            throw new UncheckedIOException(libs + " is missing: build local-compose/embedded first", e);
        }
    }

    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }
}
