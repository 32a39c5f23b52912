package by.belparcel.eventing.edge.telemetry;

import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.event.Level;

/** Brings what the JDK and OpenTelemetry log through java.util.logging into the same lines; installed after the first answer. */
public final class JulBridge extends Handler {

    private final SimpleFormatter messages = new SimpleFormatter();

    private JulBridge() {}

    public static void install() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new JulBridge());
    }

    @Override
    public void publish(LogRecord entry) {
        Level level = level(entry.getLevel().intValue());
        String name = String.valueOf(entry.getLoggerName());
        if (JsonLogs.isOn(name, level)) {
            JsonLogs.write(level, name, messages.formatMessage(entry), Map.of(), entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Standard output stays open.
    }

    private static Level level(int value) {
        if (value >= java.util.logging.Level.SEVERE.intValue()) {
            return Level.ERROR;
        }
        if (value >= java.util.logging.Level.WARNING.intValue()) {
            return Level.WARN;
        }
        return value >= java.util.logging.Level.INFO.intValue() ? Level.INFO : Level.DEBUG;
    }
}
