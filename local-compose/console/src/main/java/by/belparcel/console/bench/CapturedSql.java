package by.belparcel.console.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements of one command, read from PostgreSQL's own log: text with $1, $2, .. and the values it was executed with. */
record CapturedSql(List<Statement> statements) {

    private static final Pattern ENTRY = Pattern.compile(
            "(?ms)^\\|\\|LOG:  execute [^:]*: (.*?)\\n\\|\\|DETAIL:  [Pp]arameters: (.*?)$(?=\\n\\|\\||\\z)");
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'(?:[^']|'')*')");

    /** What the bench itself and the health check of the process ask. */
    private static final Pattern NOT_OURS =
            Pattern.compile("(?i)\\s*(show|alter|begin|commit|set|select 1\\b|select pg_reload_conf)");

    /** @param values as SQL literals, in order */
    record Statement(String text, List<String> values) {}

    /** Reads the entries whose log line prefix is {@code ||}. */
    static CapturedSql read(Path folder) throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                log.append(Files.readString(file));
            }
        }
        List<Statement> statements = new ArrayList<>();
        Matcher entry = ENTRY.matcher(log);
        while (entry.find()) {
            List<String> values = new ArrayList<>();
            Matcher value = VALUE.matcher(entry.group(2));
            while (value.find()) {
                values.add(value.group(1));
            }
            if (NOT_OURS.matcher(entry.group(1)).lookingAt()) {
                continue;
            }
            statements.add(new Statement(entry.group(1), List.copyOf(values)));
        }
        return new CapturedSql(List.copyOf(statements));
    }
}
