package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.GeoPoint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of lists; every problem is collected, none is thrown. */
final class ListQuery {

    private static final Pattern PLACE =
            Pattern.compile("(-?[0-9]{1,2}(?:\\.[0-9]{1,15})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,15})?)");
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_QUERY = 100;

    private final QueryContext context;
    private final List<FieldError> errors = new ArrayList<>();

    ListQuery(QueryContext context) {
        this.context = context;
    }

    /** LIKE pattern that finds the text as it is, null without one. */
    @Nullable
    String pattern(String name) {
        String q = Normalizer.normalize(text(name).strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (q.length() > MAX_QUERY) {
            errors.add(new FieldError("/" + name, "SIZE", "must have at most 100 characters", MAX_QUERY, q.length()));
        }
        return q.isEmpty()
                ? null
                : '%'
                        + q.replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_")
                                .replace(' ', '%')
                        + '%';
    }

    @Nullable
    Boolean flag(String name) {
        String given = text(name);
        if (!given.isEmpty() && !given.equals("true") && !given.equals("false")) {
            errors.add(new FieldError(
                    "/" + name, "ENUM", "must be one of the allowed values", List.of("true", "false"), given));
        }
        return given.isEmpty() ? null : Boolean.valueOf(given);
    }

    @Nullable
    String uuid(String name) {
        String given = text(name);
        Optional<String> id = PathId.read(given);
        if (!given.isEmpty() && id.isEmpty()) {
            errors.add(FieldError.of("/" + name, "UUID", "must be a UUID"));
        }
        return id.orElse(null);
    }

    /** {@code lat,lng}. */
    @Nullable
    GeoPoint place(String name) {
        String given = text(name);
        if (given.isEmpty()) {
            return null;
        }
        Matcher matcher = PLACE.matcher(given);
        if (matcher.matches()) {
            double lat = Double.parseDouble(matcher.group(1));
            double lng = Double.parseDouble(matcher.group(2));
            if (GeoPoint.isValid(lat, lng)) {
                return new GeoPoint(lat, lng);
            }
        }
        errors.add(FieldError.of("/" + name, "POSITION", "must be lat,lng in decimal degrees"));
        return null;
    }

    int number(String name, int min, int max, int defaultValue) {
        String given = text(name);
        if (given.isEmpty()) {
            return defaultValue;
        }
        int number = given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : -1;
        if (number < min || number > max) {
            errors.add(
                    new FieldError("/" + name, "RANGE", "must be from " + min + " to " + max, min + ".." + max, given));
            return defaultValue;
        }
        return number;
    }

    int limit(int max) {
        return number("limit", 1, max, DEFAULT_LIMIT);
    }

    void reject(String name, String code, String detail) {
        errors.add(FieldError.of("/" + name, code, detail));
    }

    /** Where the page before ended; empty on the first page. @param filter everything but page size and place */
    Outcome<List<String>> position(String filter) {
        if (!errors.isEmpty()) {
            return Outcome.refused(Rejection.invalid(errors));
        }
        Optional<String> cursor = context.parameters().query("cursor");
        if (cursor.isEmpty()) {
            return Outcome.ok(List.of());
        }
        return context.cursors()
                .read(filter, cursor.get())
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(Rejection.of(
                        Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
    }

    private String text(String name) {
        return context.parameters().query(name).orElse("");
    }
}
