package by.belparcel.runner.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the runner's own log goes: warnings to the terminal, more to {@code runner.log} in the data folder. */
final class Logs {

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final int LIMIT_BYTES = 8 * 1024 * 1024;
    // Loggers are kept by weak references: a level set on one that nobody holds would be forgotten.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final Logger FIRST = Logger.getLogger("");

    private Logs() {}

    static void toTerminal() {
        System.setProperty(FORMAT, "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
        for (Handler handler : FIRST.getHandlers()) {
            FIRST.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        // Its clients repeat every second that a broker which is being restarted is not there.
        console.setFilter(record -> record.getLoggerName() == null
                || !record.getLoggerName().startsWith("org.apache.kafka")
                || record.getLevel().intValue() >= Level.SEVERE.intValue());
        FIRST.addHandler(console);
        FIRST.setLevel(Level.INFO);
        KAFKA.setLevel(Level.WARNING);
    }

    static void toFile(Path folder) {
        try {
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(folder.resolve("runner.log").toString(), LIMIT_BYTES, 1, true);
            file.setFormatter(new SimpleFormatter());
            FIRST.addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of the file, before its folder is deleted. */
    static void close() {
        for (Handler handler : FIRST.getHandlers()) {
            if (handler instanceof FileHandler) {
                FIRST.removeHandler(handler);
                handler.close();
            }
        }
    }
}
