package by.belparcel.eventing.handling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An identifier as it stands in a path or a filter. Whatever is not a UUID refers to nothing. */
public final class PathId {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private PathId() {}

    /** The variable {@code id} of the path, in lower case. */
    public static Optional<String> of(RequestParameters parameters) {
        return read(parameters.variable("id"));
    }

    /** The text in lower case when it is a UUID. */
    public static Optional<String> read(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT)).filter(PathId::isId);
    }

    /** Whether the text is a UUID in lower case. */
    public static boolean isId(String text) {
        return UUID.matcher(text).matches();
    }
}
