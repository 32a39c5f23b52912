package by.belparcel.pvzcli.output;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes answers to the standard output and errors to the standard error, nothing of them raw. */
public final class Printer {

    private final PrintStream out;
    private final PrintStream err;
    private final Format format;
    private final SafeText safe;

    public Printer(PrintStream out, PrintStream err, Format format, SafeText safe) {
        this.out = out;
        this.err = err;
        this.format = format;
        this.safe = safe;
    }

    public void answer(Answer answer) {
        switch (format) {
            case TEXT -> lines(answer.lines());
            case JSON -> out.println(MessageJson.of(answer.body()));
            case TABLE -> {
                Table table = answer.table();
                lines(table == null ? answer.lines() : table.lines());
            }
        }
        out.flush();
    }

    /** @param fields names of what was wrong, may be empty */
    public void error(String code, String message, List<String> fields) {
        if (format == Format.JSON) {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("code", safe.of(code));
            members.put("message", safe.of(message));
            err.println(MessageJson.error(members, fields.stream().map(safe::of).toList()));
        } else {
            err.println(safe.of("ERROR: " + code + ": " + message));
            fields.forEach(field -> err.println(safe.of("  " + field)));
        }
        err.flush();
    }

    private void lines(List<String> lines) {
        lines.forEach(line -> out.println(safe.of(line)));
    }
}
