package by.belparcel.references.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code q}, {@code limit} (1 to 50) and {@code cursor} of a reference search. */
final class SearchParameters {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 50;
    private static final int MAX_QUERY = 100;

    private SearchParameters() {}

    static Outcome<Search> read(QueryContext context, String kind) {
        String q = context.parameters().query("q").map(SearchParameters::normal).orElse("");
        if (q.length() > MAX_QUERY) {
            return invalid(new FieldError("/q", "SIZE", "must have at most 100 characters", MAX_QUERY, q.length()));
        }
        Optional<Integer> limit = context.parameters().query("limit").map(SearchParameters::number);
        if (limit.isPresent() && (limit.get() < 1 || limit.get() > MAX_LIMIT)) {
            return invalid(new FieldError("/limit", "RANGE", "must be from 1 to 50", "1..50", null));
        }
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<List<String>> position =
                cursor.flatMap(text -> context.cursors().read(kind + '|' + q, text));
        if (cursor.isPresent() && position.isEmpty()) {
            return Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list."));
        }
        return Outcome.ok(
                new Search(pattern(q), position.map(List::getFirst).orElse(null), limit.orElse(DEFAULT_LIMIT)));
    }

    /** Issues the cursor that continues after this row. */
    static String cursor(QueryContext context, String kind, String lastCode) {
        String q = context.parameters().query("q").map(SearchParameters::normal).orElse("");
        return context.cursors().issue(kind + '|' + q, List.of(lastCode));
    }

    private static @Nullable String pattern(String q) {
        return q.isEmpty()
                ? null
                : '%'
                        + q.replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_")
                                .replace(' ', '%')
                        + '%';
    }

    private static String normal(String q) {
        return Normalizer.normalize(q.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** 0, which is out of every range, when the text is no number. */
    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static Outcome<Search> invalid(FieldError error) {
        return Outcome.refused(Rejection.invalid(error));
    }
}
