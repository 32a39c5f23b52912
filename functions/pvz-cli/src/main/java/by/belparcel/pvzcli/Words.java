package by.belparcel.pvzcli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a typed line into words as a shell does: blanks between, single and double quotes, a backslash before a character. */
final class Words {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote;

    private Words() {}

    /** Empty when a quote is not closed. */
    static Optional<List<String>> of(String line) {
        Words reader = new Words();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && reader.quote != '\'' && i + 1 < line.length()) {
                i++;
                reader.add(line.charAt(i));
            } else {
                reader.read(c);
            }
        }
        reader.end();
        return reader.quote == 0 ? Optional.of(List.copyOf(reader.words)) : Optional.empty();
    }

    private void read(char c) {
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            } else {
                add(c);
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
            begun = true;
        } else if (Character.isWhitespace(c)) {
            end();
        } else {
            add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
