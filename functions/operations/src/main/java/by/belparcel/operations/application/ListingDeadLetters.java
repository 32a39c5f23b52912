package by.belparcel.operations.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Dead letters, oldest first, by pages. */
public final class ListingDeadLetters implements QueryHandler<Page<DeadLetterView>> {

    public static final Set<String> PARAMETERS = Set.of("fingerprint", "consumer", "type", "state", "limit", "cursor");

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final DeadLetters deadLetters;

    public ListingDeadLetters(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public Mono<Outcome<Page<DeadLetterView>>> handle(QueryContext context) {
        RequestParameters p = context.parameters();
        Optional<Integer> limit = limit(p);
        if (limit.isEmpty()) {
            return invalid("/limit", "RANGE", "must be from 1 to " + MAX_LIMIT);
        }
        String state = p.query("state").orElse("");
        if (!state.isEmpty() && !DeadLetterState.names().contains(state)) {
            return invalid("/state", "ENUM", "must be one of " + DeadLetterState.names());
        }
        String filter = String.join(
                "|",
                List.of(
                        "dead-letters",
                        p.query("fingerprint").orElse(""),
                        p.query("consumer").orElse(""),
                        p.query("type").orElse(""),
                        state));
        Optional<List<String>> position =
                p.query("cursor").flatMap(c -> context.cursors().read(filter, c));
        if (p.query("cursor").isPresent() && position.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor belongs to another list.")));
        }
        DeadLetters.Criteria criteria = new DeadLetters.Criteria(
                p.query("fingerprint").orElse(null),
                p.query("consumer").orElse(null),
                p.query("type").orElse(null),
                state.isEmpty() ? null : DeadLetterState.valueOf(state),
                position.map(v -> new DeadLetters.Position(Instant.parse(v.get(0)), v.get(1)))
                        .orElse(null));
        return deadLetters
                .list(context.tx(), criteria, limit.get() + 1)
                .map(rows -> Outcome.ok(page(rows, limit.get(), filter, context)));
    }

    private static Page<DeadLetterView> page(List<DeadLetter> rows, int limit, String filter, QueryContext context) {
        List<DeadLetter> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit
                ? context.cursors()
                        .issue(
                                filter,
                                List.of(
                                        shown.getLast().firstAt().toString(),
                                        shown.getLast().id()))
                : null;
        return new Page<>(shown.stream().map(DeadLetterView::summary).toList(), next);
    }

    private static Optional<Integer> limit(RequestParameters p) {
        String text = p.query("limit").orElse(String.valueOf(DEFAULT_LIMIT));
        boolean number = text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(text) : 0;
        return value >= 1 && value <= MAX_LIMIT ? Optional.of(value) : Optional.empty();
    }

    private static Mono<Outcome<Page<DeadLetterView>>> invalid(String pointer, String code, String detail) {
        return Mono.just(Outcome.refused(Rejection.invalid(FieldError.of(pointer, code, detail))));
    }
}
