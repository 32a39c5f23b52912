package by.belparcel.payments.application;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Times;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.kernel.Numbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters that say what is wrong with them instead of throwing. */
final class QueryReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;

    private final RequestParameters parameters;
    private final List<FieldError> problems = new ArrayList<>();

    QueryReader(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> problems() {
        return List.copyOf(problems);
    }

    <T extends Enum<T>> @Nullable T oneOf(String name, Class<T> type) {
        return read(name, "ENUM", "must be one of the allowed values", text -> Enum.valueOf(type, text));
    }

    /** RFC 3339 with an offset, or a date, which begins at midnight in Minsk. */
    @Nullable
    Instant time(String name) {
        return read(
                name,
                "TIME",
                "must be a date or an RFC 3339 time with an offset",
                text -> text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(Numbers.MINSK).toInstant()
                        : Times.parse(text).orElseThrow(() -> new DateTimeException("no RFC 3339 time")));
    }

    @Nullable
    LocalDate date(String name) {
        return read(name, "DATE", "must be a date YYYY-MM-DD", LocalDate::parse);
    }

    int limit() {
        Integer limit = read("limit", "RANGE", "must be from 1 to " + LARGEST_LIMIT, QueryReader::limit);
        return limit == null ? USUAL_LIMIT : limit;
    }

    private static Integer limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("out of range");
        }
        return limit;
    }

    private <T> @Nullable T read(String name, String code, String detail, Function<String, T> parser) {
        Optional<String> text = parameters.query(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.add(FieldError.of("/" + name, code, detail));
            return null;
        }
    }
}
