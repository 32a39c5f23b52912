package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Times;
import by.belparcel.eventing.outcome.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters, with every problem named. */
final class AuditParameters {

    private static final int LONGEST = 300;
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

    private final RequestParameters parameters;
    private final List<FieldError> problems = new ArrayList<>();

    AuditParameters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> problems() {
        return List.copyOf(problems);
    }

    @Nullable
    String name(String name) {
        Optional<String> text = parameters.query(name);
        if (text.filter(t -> t.isBlank() || t.length() > LONGEST).isPresent()) {
            problems.add(new FieldError(
                    "/" + name, "SIZE", "must have 1 to " + LONGEST + " characters", "1.." + LONGEST, null));
        }
        return text.orElse(null);
    }

    /** An id in lower case. */
    @Nullable
    String target(String name) {
        String text = name(name);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    @Nullable
    String oneOf(String name, List<String> allowed) {
        Optional<String> text = parameters.query(name);
        if (text.filter(t -> !allowed.contains(t)).isPresent()) {
            problems.add(new FieldError("/" + name, "ENUM", "must be one of the allowed values", allowed, null));
        }
        return text.orElse(null);
    }

    @Nullable
    Instant time(String name) {
        Optional<String> text = parameters.query(name);
        Optional<Instant> time = text.flatMap(Times::parse);
        if (text.isPresent() && time.isEmpty()) {
            problems.add(FieldError.of("/" + name, "TIME", "must be an RFC 3339 time with an offset"));
        }
        return time.orElse(null);
    }

    @Nullable
    LocalDate date(String name) {
        Optional<String> text = parameters.query(name);
        try {
            return text.map(AuditParameters::day).orElse(null);
        } catch (DateTimeException e) {
            problems.add(FieldError.of("/" + name, "DATE", "must be a date YYYY-MM-DD"));
            return null;
        }
    }

    /** The JDK takes signed years of more than four digits as well. */
    private static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("no date of four, two and two digits");
        }
        return LocalDate.parse(text);
    }

    int limit() {
        return number("limit", 1, MOST, USUAL_LIMIT);
    }

    int number(String name, int least, int most, int usual) {
        String text = parameters.query(name).orElse(Integer.toString(usual));
        try {
            int number = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        problems.add(new FieldError(
                "/" + name, "RANGE", "must be from " + least + " to " + most, least + ".." + most, text));
        return usual;
    }

    void inOrder(@Nullable Comparable<?> from, @Nullable Comparable<?> to, boolean rising) {
        if (from != null && to != null && !rising) {
            problems.add(FieldError.of("/to", "ORDER", "must not be before from"));
        }
    }
}
