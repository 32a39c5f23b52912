package by.belparcel.eventing.edge.telemetry;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Writes one log event as one line of JSON, whatever the text contains. Token-shaped text never reaches a line. */
final class LogLine {

    private LogLine() {}

    /** @param process fields that every line of this process has */
    static String of(
            Map<String, String> process,
            Level level,
            String logger,
            String message,
            Map<String, ?> fields,
            @Nullable Throwable thrown) {
        StringBuilder out = new StringBuilder(320);
        out.append("{\"timestamp\":\"").append(Instant.now()).append('"');
        field(out, "level", level.name());
        field(out, "message", message);
        process.forEach((name, value) -> field(out, name, value));
        field(out, "logger", logger);
        fields.forEach((name, value) -> {
            if (value instanceof Number || value instanceof Boolean) {
                out.append(",\"").append(name).append("\":").append(value);
            } else if (value != null) {
                field(out, name, String.valueOf(value));
            }
        });
        if (thrown != null) {
            StringWriter stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack));
            field(out, "error.type", thrown.getClass().getName());
            field(out, "error.stack", stack.toString());
        }
        return out.append("}\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":\"");
        escape(out, Redaction.hide(value));
        out.append('"');
    }

    private static void escape(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isDangerous(c)) {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append(Character.forDigit((c >> shift) & 0xF, 16));
                        }
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }

    /** Control characters, every kind of line end, and surrogates, which need not come in pairs. */
    private static boolean isDangerous(char c) {
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || c == 0xFEFF
                || Character.isSurrogate(c);
    }
}
