package by.belparcel.trips.application;

import by.belparcel.eventing.handling.RequestParameters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The variable {@code id} of a path. Whatever is not a UUID is simply no trip. */
public final class PathId {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private PathId() {}

    public static Optional<String> of(RequestParameters parameters) {
        return Optional.of(parameters.variable("id").toLowerCase(Locale.ROOT))
                .filter(id -> UUID.matcher(id).matches());
    }
}
