package by.belparcel.batching.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.kernel.BatchState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of lists; every problem is collected, none is thrown. */
final class ListParameters {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final long MAX_AGE_S = 366L * 24 * 3600;

    private final RequestParameters parameters;
    private final List<FieldError> errors = new ArrayList<>();

    ListParameters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** One state or several, separated by commas. */
    List<BatchState> states() {
        List<BatchState> states = new ArrayList<>();
        parameters.query("state").ifPresent(given -> {
            for (String name : given.split(",", -1)) {
                Arrays.stream(BatchState.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(states::add, () -> errors.add(unknownState(name)));
            }
        });
        return states;
    }

    private static FieldError unknownState(String name) {
        return new FieldError(
                "/state", "ENUM", "must be one of the allowed values", List.of(BatchState.values()), name);
    }

    @Nullable
    String uuid(String name) {
        String text = parameters
                .query(name)
                .map(given -> given.toLowerCase(Locale.ROOT))
                .orElse(null);
        if (text != null && !PathId.isId(text)) {
            errors.add(FieldError.of("/" + name, "UUID", "must be a UUID"));
            return null;
        }
        return text;
    }

    /** Seconds since the oldest order began to wait. */
    @Nullable
    Duration ageGreaterThan() {
        return parameters.query("age_gt").isEmpty() ? null : Duration.ofSeconds(number("age_gt", 0, MAX_AGE_S, 0));
    }

    int limit() {
        return (int) number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    }

    private long number(String name, long min, long max, long byDefault) {
        String text = parameters.query(name).orElse(Long.toString(byDefault));
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = digits ? Long.parseLong(text) : min - 1;
        if (value < min || value > max) {
            errors.add(
                    new FieldError("/" + name, "RANGE", "must be from " + min + " to " + max, min + ".." + max, text));
            return byDefault;
        }
        return value;
    }
}
