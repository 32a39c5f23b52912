package by.belparcel.console.counter;

import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code belparcel-pvz} as a worker starts it, against one system. */
final class CommandLine {

    private static final int SECONDS = 60;

    private final List<String> settings;

    /** @param address of the gateway, with its scheme */
    CommandLine(String address, String token) {
        this.settings = List.of("--endpoint=" + address, "--token=" + token, "--timeout=30s");
    }

    /** @param text what it printed, errors included */
    record Result(int exit, String text) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(
                RunningSystem.root().resolve("belparcel-pvz").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        command.addAll(settings);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Result(process.waitFor(), text.strip());
    }
}
