package by.belparcel.pvzcli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the program as a shell sees it. */
public final class Line {

    private final List<String> words;
    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
    private String typed = "";
    private boolean interactive;
    private Path root = Path.of("nowhere");

    /** How it ended. */
    public record Ended(int code, String out, String err) {

        /** Lines of the standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    private Line(List<String> words) {
        this.words = words;
    }

    public static Line of(String... words) {
        return new Line(new ArrayList<>(List.of(words)));
    }

    public Line at(String endpoint) {
        return with("BELPARCEL_PVZ_ENDPOINT", endpoint);
    }

    public Line with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What is typed while it runs. */
    Line typing(String text) {
        this.typed = text;
        return this;
    }

    Line asPerson() {
        this.interactive = true;
        return this;
    }

    /** Runs as in this checkout. */
    Line in(Path checkout) {
        this.root = checkout;
        return this;
    }

    public Ended run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(typed)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                interactive,
                root);
        try (Program program = new Program(terminal)) {
            int code = program.run(words).code();
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
