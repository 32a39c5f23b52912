package by.belparcel.eventing.edge.telemetry;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The log of this process: lines of JSON on standard output. It is the SLF4J provider of the libraries, because
 * java.util.logging and the search for a provider would cost a cold start tens of milliseconds.
 */
public final class JsonLogs {

    /** The catalogue logs every error signal of a function once more. */
    private static final String QUIET = "org.springframework.cloud.function";

    private static volatile Settings settings =
            new Settings(Level.WARN, Map.of(), new FileOutputStream(FileDescriptor.out));

    private record Settings(Level threshold, Map<String, String> process, OutputStream out) {}

    private JsonLogs() {}

    /** @param level ERROR, WARN, INFO, DEBUG or TRACE; anything else is INFO */
    public static void install(String service, String version, String environment, String level) {
        Map<String, String> process = new LinkedHashMap<>();
        process.put("service", service);
        process.put("version", version);
        process.put("environment", environment);
        settings = new Settings(levelOf(level), process, settings.out());
    }

    /** For tests: where the lines go from now on. @return what was before */
    static OutputStream redirect(OutputStream out) {
        Settings before = settings;
        settings = new Settings(before.threshold(), before.process(), out);
        return before.out();
    }

    static boolean isOn(String logger, Level level) {
        return level.toInt() >= settings.threshold().toInt() && !logger.startsWith(QUIET);
    }

    static void write(Level level, String logger, String message, Map<String, ?> fields, @Nullable Throwable thrown) {
        Settings now = settings;
        byte[] line = LogLine.of(now.process(), level, logger, message, fields, thrown)
                .getBytes(StandardCharsets.UTF_8);
        synchronized (JsonLogs.class) {
            try {
                now.out().write(line);
            } catch (IOException e) {
                // There is nowhere left to say that standard output is gone.
                settings = new Settings(now.threshold(), now.process(), OutputStream.nullOutputStream());
            }
        }
    }

    private static Level levelOf(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "ERROR" -> Level.ERROR;
            case "WARN", "WARNING" -> Level.WARN;
            case "DEBUG" -> Level.DEBUG;
            case "TRACE" -> Level.TRACE;
            default -> Level.INFO;
        };
    }
}
