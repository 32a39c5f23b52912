package by.belparcel.eventing.edge.telemetry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What libraries log, as the same lines. */
final class JsonLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    JsonLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return JsonLogs.isOn(name, Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return JsonLogs.isOn(name, Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return JsonLogs.isOn(name, Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return JsonLogs.isOn(name, Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return JsonLogs.isOn(name, Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        JsonLogs.write(level, name, String.valueOf(message), Map.of(), thrown);
    }
}
