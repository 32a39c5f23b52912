package by.belparcel.payments.application;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids from outside; what is no UUID names nothing. */
final class Identifiers {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Identifiers() {}

    static Optional<String> uuid(String text) {
        return UUID.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
