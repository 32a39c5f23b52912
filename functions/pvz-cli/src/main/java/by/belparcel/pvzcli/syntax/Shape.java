package by.belparcel.pvzcli.syntax;

import java.util.List;

/** A command's name, its flags and the words that may follow it; how many words at most is {@code words}. */
public record Shape(String name, List<Flag> flags, int words) {

    public static Shape of(String name, Flag... flags) {
        return new Shape(name, List.of(flags), 0);
    }

    public static Shape withWord(String name) {
        return new Shape(name, List.of(), 1);
    }
}
