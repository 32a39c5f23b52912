package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.RequestParameters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The order in the path; what is no UUID names no order. */
final class OrderPath {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private OrderPath() {}

    static Optional<String> id(RequestParameters parameters) {
        return Optional.of(parameters.variable("id"))
                .filter(id -> UUID.matcher(id).matches())
                .map(id -> id.toLowerCase(Locale.ROOT));
    }
}
