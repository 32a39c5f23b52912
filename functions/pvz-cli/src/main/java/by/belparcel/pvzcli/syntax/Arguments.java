package by.belparcel.pvzcli.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written: the command, the values of its flags by their first names, and the words behind it. */
public final class Arguments {

    private final String command;
    private final Map<String, String> values;
    private final List<String> words;

    Arguments(String command, Map<String, String> values, List<String> words) {
        this.command = command;
        this.values = Map.copyOf(values);
        this.words = List.copyOf(words);
    }

    /** The command's name; empty when only global flags were written or nothing at all. */
    public String command() {
        return command;
    }

    public Optional<String> text(Flag flag) {
        return Optional.ofNullable(values.get(flag.name()));
    }

    public Optional<Integer> number(Flag flag) {
        return text(flag).map(Integer::valueOf);
    }

    public boolean on(Flag flag) {
        return Boolean.parseBoolean(values.get(flag.name()));
    }

    /** The parts between commas, as they are: what is wrong with them the pick-up point says. */
    public List<String> list(Flag flag) {
        return text(flag).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    public List<String> words() {
        return words;
    }
}
