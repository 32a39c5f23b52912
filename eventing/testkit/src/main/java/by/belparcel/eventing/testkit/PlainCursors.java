package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.Cursors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Readable cursors that still refuse another caller and another filter. */
record PlainCursors(String subject) implements Cursors {

    private static final String SEPARATOR = "\u001f";

    @Override
    public String issue(String filter, List<String> position) {
        String text = subject + SEPARATOR + filter + SEPARATOR + String.join(SEPARATOR, position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<List<String>> read(String filter, String cursor) {
        String prefix = subject + SEPARATOR + filter + SEPARATOR;
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(prefix)
                    ? Optional.of(List.of(text.substring(prefix.length()).split(SEPARATOR, -1)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
