package by.belparcel.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of a record, read from its source: documents say the same as the code. */
final class RecordComments {

    private static final Path ROOT = Path.of(System.getProperty("belparcel.root", "../.."));
    private static final List<String> MODULES = List.of("events", "kernel");

    private final String comment;

    private RecordComments(String comment) {
        this.comment = comment;
    }

    static RecordComments of(Class<?> record) {
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?record " + record.getSimpleName() + "\\(",
                        Pattern.DOTALL)
                .matcher(source(record));
        return new RecordComments(comment.find() ? comment.group(1).replaceAll("\\n\\s*\\*", "\n") : "");
    }

    /** Everything before the first tag. */
    Optional<String> text() {
        return plain(comment.split("@param", 2)[0]);
    }

    Optional<String> parameter(String name) {
        Matcher tag = Pattern.compile("@param " + name + " ((?:(?!@param).)*)", Pattern.DOTALL)
                .matcher(comment);
        return tag.find() ? plain(tag.group(1)) : Optional.empty();
    }

    private static Optional<String> plain(String javadoc) {
        String text = javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String source(Class<?> record) {
        String file = "src/main/java/" + record.getNestHost().getName().replace('.', '/') + ".java";
        Path path = MODULES.stream()
                .map(module -> ROOT.resolve("functions").resolve(module).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source of " + record));
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
