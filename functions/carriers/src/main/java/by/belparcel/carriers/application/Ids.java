package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.RequestParameters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids from outside. Whatever is not a UUID refers to nothing. */
final class Ids {

    static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {}

    /** The variable {@code id} of a path. */
    static Optional<String> inPath(RequestParameters parameters) {
        return of(parameters.variable("id"));
    }

    static Optional<String> of(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(id -> UUID.matcher(id).matches());
    }
}
