package by.belparcel.pvzcli.syntax;

import by.belparcel.pvzcli.output.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line. Messages name flags and never repeat a value: it may be a token that slipped behind the wrong name. (The
 * library that writes help and completion also reads lines, but its classes are of a format that no AOT cache takes.)
 */
final class LineReader {

    private final List<Shape> shapes;
    private final Texts texts;
    private final List<String> line;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private @Nullable Shape shape;
    private int next;

    LineReader(List<Shape> shapes, Texts texts, List<String> line) {
        this.shapes = shapes;
        this.texts = texts;
        this.line = line;
    }

    /** @throws UsageException when the line means nothing */
    Arguments read() {
        while (next < line.size()) {
            String word = line.get(next++);
            if (word.startsWith("-") && word.length() > 1) {
                flag(word);
            } else {
                word(word);
            }
        }
        Arguments arguments = new Arguments(shape == null ? "" : shape.name(), values, words);
        if (shape != null && !arguments.on(GlobalFlags.HELP) && !arguments.on(GlobalFlags.VERSION)) {
            requireAll(shape);
        }
        return arguments;
    }

    private void word(String word) {
        if (shape == null) {
            shape = shapes.stream()
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> wrong("usage.command", names(shapes.stream().map(Shape::name))));
        } else if (words.size() < shape.words()) {
            words.add(word);
        } else {
            throw wrong("usage.word", "");
        }
    }

    private void flag(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Flag flag = known(name).orElseThrow(() -> wrong("usage.unknown", name));
        String value;
        if (equals >= 0) {
            value = word.substring(equals + 1);
        } else if (flag.kind() == Flag.Kind.SWITCH) {
            value = "true";
        } else if (next < line.size() && !line.get(next).startsWith("-")) {
            value = line.get(next++);
        } else {
            throw wrong("usage.value", flag.name());
        }
        if (!flag.takes(value)) {
            throw wrong("usage.form", flag.name());
        }
        if (values.put(flag.name(), value) != null) {
            throw wrong("usage.twice", flag.name());
        }
    }

    private Optional<Flag> known(String name) {
        Stream<Flag> own = shape == null ? Stream.empty() : shape.flags().stream();
        return Stream.concat(own, GlobalFlags.ALL.stream())
                .filter(flag -> flag.names().contains(name))
                .findFirst();
    }

    private void requireAll(Shape complete) {
        String missing = names(complete.flags().stream()
                .filter(flag -> flag.required() && !values.containsKey(flag.name()))
                .map(Flag::name));
        if (!missing.isEmpty()) {
            throw wrong("usage.missing", missing);
        }
    }

    private static String names(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    private UsageException wrong(String key, String word) {
        return new UsageException(texts.of(key, word));
    }
}
