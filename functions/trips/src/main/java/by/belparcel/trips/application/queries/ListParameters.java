package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.TripState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; every problem is collected, none is thrown. */
final class ListParameters {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final List<String> SORTS =
            List.of("planned_departure", "-planned_departure", "created_at", "-created_at");
    private static final int MAX_QUERY = 32;

    private final RequestParameters parameters;
    private final List<FieldError> errors = new ArrayList<>();

    ListParameters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** One state or several, separated by commas. */
    List<TripState> states() {
        List<TripState> states = new ArrayList<>();
        parameters.query("state").ifPresent(given -> {
            for (String name : given.split(",", -1)) {
                Arrays.stream(TripState.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(
                                states::add,
                                () -> errors.add(new FieldError(
                                        "/state",
                                        "ENUM",
                                        "must be one of the allowed values",
                                        List.of(TripState.values()),
                                        name)));
            }
        });
        return states;
    }

    @Nullable
    String uuid(String name) {
        String text = parameters
                .query(name)
                .map(given -> given.toLowerCase(Locale.ROOT))
                .orElse(null);
        if (text != null && !UUID.matcher(text).matches()) {
            errors.add(FieldError.of("/" + name, "UUID", "must be a UUID"));
            return null;
        }
        return text;
    }

    /** None or one. */
    List<String> uuids(String name) {
        String uuid = uuid(name);
        return uuid == null ? List.of() : List.of(uuid);
    }

    @Nullable
    Boolean flag(String name) {
        String text = parameters.query(name).orElse(null);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError("/" + name, "ENUM", "must be true or false", "[true, false]", text));
            return null;
        }
        return text == null ? null : text.equals("true");
    }

    /** A day in Minsk. */
    @Nullable
    LocalDate date(String name) {
        String text = parameters.query(name).orElse(null);
        try {
            // LocalDate reads years beyond 9999 as well, which no database can compare.
            return text == null ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            errors.add(FieldError.of("/" + name, "DATE", "must be a date YYYY-MM-DD"));
            return null;
        }
    }

    static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Numbers.MINSK).toInstant();
    }

    static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(Numbers.MINSK).toInstant();
    }

    @Nullable
    String q() {
        String q = parameters
                .query("q")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        if (q != null && q.length() > MAX_QUERY) {
            errors.add(new FieldError("/q", "SIZE", "is too long", MAX_QUERY, q.length()));
        }
        return q;
    }

    String sort() {
        String sort = parameters.query("sort").orElse("-created_at");
        if (!SORTS.contains(sort)) {
            errors.add(new FieldError("/sort", "ENUM", "must be one of the allowed values", SORTS, sort));
        }
        return sort;
    }

    int number(String name, int min, int max, int defaultValue) {
        String text = parameters.query(name).orElse(Integer.toString(defaultValue));
        boolean digits = !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : min - 1;
        if (number < min || number > max) {
            errors.add(new FieldError("/" + name, "RANGE", "is out of range", min + ".." + max, text));
            return defaultValue;
        }
        return number;
    }
}
