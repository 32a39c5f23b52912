package by.belparcel.eventing.edge.telemetry;

import java.util.Map;
import org.slf4j.event.Level;

/** A named log with structured fields. */
public record Log(String name) {

    public boolean isInfoOn() {
        return JsonLogs.isOn(name, Level.INFO);
    }

    public void info(String message, Map<String, ?> fields) {
        if (isInfoOn()) {
            JsonLogs.write(Level.INFO, name, message, fields, null);
        }
    }

    public void warn(String message, Map<String, ?> fields) {
        if (JsonLogs.isOn(name, Level.WARN)) {
            JsonLogs.write(Level.WARN, name, message, fields, null);
        }
    }

    /** An error with its stack. */
    public void error(String message, Throwable thrown, Map<String, ?> fields) {
        JsonLogs.write(Level.ERROR, name, message, fields, thrown);
    }
}
