package by.belparcel.orders.application;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Times;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.kernel.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of {@code GET /orders}; every problem is collected, none is thrown. */
final class ListParameters {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern LAST4 = Pattern.compile("[0-9]{4}");
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_QUERY = 64;

    private final RequestParameters parameters;
    private final List<FieldError> errors = new ArrayList<>();

    ListParameters(RequestParameters parameters) {
        this.parameters = parameters;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** One state or several, separated by commas. */
    List<OrderState> states() {
        List<OrderState> states = new ArrayList<>();
        parameters.query("state").ifPresent(given -> {
            for (String name : given.split(",", -1)) {
                Arrays.stream(OrderState.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(states::add, () -> errors.add(unknownState(name)));
            }
        });
        return states;
    }

    private static FieldError unknownState(String name) {
        return new FieldError(
                "/state", "ENUM", "must be one of the allowed values", List.of(OrderState.values()), name);
    }

    @Nullable
    String uuid(String name) {
        return matching(name, UUID, "UUID", "must be a UUID");
    }

    /** None or one. */
    List<String> uuids(String name) {
        String uuid = uuid(name);
        return uuid == null ? List.of() : List.of(uuid);
    }

    @Nullable
    String phoneLast4() {
        return matching("phone_last4", LAST4, "PATTERN", "must be the last four digits");
    }

    @Nullable
    String q() {
        String q = parameters
                .query("q")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        if (q != null && q.length() > MAX_QUERY) {
            errors.add(new FieldError("/q", "SIZE", "must have at most 64 characters", MAX_QUERY, q.length()));
        }
        return q;
    }

    @Nullable
    Instant time(String name) {
        String text = parameters.query(name).orElse(null);
        Instant time = text == null ? null : Times.parse(text).orElse(null);
        if (text != null && time == null) {
            errors.add(FieldError.of("/" + name, "TIME", "must be an RFC 3339 time with an offset"));
        }
        return time;
    }

    boolean newestFirst() {
        String sort = parameters.query("sort").orElse("-created_at");
        if (!sort.equals("-created_at") && !sort.equals("created_at")) {
            errors.add(new FieldError(
                    "/sort", "ENUM", "must be one of the allowed values", List.of("created_at", "-created_at"), sort));
        }
        return sort.startsWith("-");
    }

    int limit() {
        String text = parameters.query("limit").orElse(Integer.toString(DEFAULT_LIMIT));
        int limit = text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
                ? Integer.parseInt(text)
                : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            errors.add(new FieldError("/limit", "RANGE", "must be from 1 to 100", "1..100", text));
            return DEFAULT_LIMIT;
        }
        return limit;
    }

    private @Nullable String matching(String name, Pattern pattern, String code, String detail) {
        String text = parameters
                .query(name)
                .map(given -> given.toLowerCase(Locale.ROOT))
                .orElse(null);
        if (text != null && !pattern.matcher(text).matches()) {
            errors.add(FieldError.of("/" + name, code, detail));
            return null;
        }
        return text;
    }
}
