package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.RequestParameters;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The variable {@code seq} of a path; whatever is not a number is no stop. */
final class StopSeq {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private StopSeq() {}

    static OptionalInt of(RequestParameters parameters) {
        String text = parameters.variable("seq");
        return NUMBER.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
