package by.belparcel.alerts.application;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters of the list; an unknown value is told with the allowed ones (D7). */
final class AlertParameters {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int LONGEST_SUBJECT = 200;

    private final RequestParameters parameters;
    private final List<FieldError> problems = new ArrayList<>();

    AlertParameters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> problems() {
        return List.copyOf(problems);
    }

    <T extends Enum<T>> @Nullable T oneOf(String name, Class<T> type) {
        Optional<String> text = parameters.query(name);
        if (text.isEmpty()) {
            return null;
        }
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equals(text.get())) {
                return constant;
            }
        }
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        problems.add(new FieldError("/" + name, "ENUM", "must be one of the allowed values", allowed, null));
        return null;
    }

    @Nullable
    String subject() {
        Optional<String> text = parameters.query("subject");
        if (text.filter(t -> t.isBlank() || t.length() > LONGEST_SUBJECT).isPresent()) {
            problems.add(new FieldError(
                    "/subject",
                    "SIZE",
                    "must have 1 to " + LONGEST_SUBJECT + " characters",
                    "1.." + LONGEST_SUBJECT,
                    null));
        }
        return text.orElse(null);
    }

    int limit() {
        String text = parameters.query("limit").orElse(String.valueOf(USUAL));
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            problems.add(new FieldError("/limit", "RANGE", "must be from 1 to " + MOST, "1.." + MOST, null));
        }
        return limit;
    }
}
