package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pricing.model.RuleSetState;
import by.belparcel.pricing.model.StoredRuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rule sets without their content, the newest version first, by pages. */
public final class ListRuleSets implements QueryHandler<Page<RuleSetView>> {

    public static final Set<String> PARAMETERS = Set.of("state", "limit", "cursor");

    private static final int MOST = 100;

    private final RuleSets ruleSets;

    public ListRuleSets(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Mono<Outcome<Page<RuleSetView>>> handle(QueryContext context) {
        Optional<String> stateText = context.parameters().query("state");
        Optional<RuleSetState> state = stateText.flatMap(ListRuleSets::state);
        if (stateText.isPresent() && state.isEmpty()) {
            return invalid("/state", "ENUM", "must be one of " + Arrays.toString(RuleSetState.values()));
        }
        int limit = limit(context.parameters().query("limit").orElse("20"));
        if (limit == 0) {
            return invalid("/limit", "RANGE", "must be from 1 to " + MOST);
        }
        String filter = "rulesets|" + stateText.orElse("");
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<List<String>> position =
                cursor.flatMap(text -> context.cursors().read(filter, text));
        if (cursor.isPresent() && position.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor belongs to another list.")));
        }
        return ruleSets.list(
                        context.tx(),
                        state.orElse(null),
                        position.map(List::getFirst).orElse(null),
                        limit + 1)
                .map(rows -> Outcome.ok(page(rows, limit, filter, context)));
    }

    private static Page<RuleSetView> page(List<StoredRuleSet> rows, int limit, String filter, QueryContext context) {
        List<StoredRuleSet> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        @Nullable
        String next = rows.size() > limit
                ? context.cursors().issue(filter, List.of(shown.getLast().version()))
                : null;
        return new Page<>(shown.stream().map(RuleSetView::summary).toList(), next);
    }

    private static Optional<RuleSetState> state(String text) {
        return Arrays.stream(RuleSetState.values())
                .filter(s -> s.name().equals(text))
                .findFirst();
    }

    private static int limit(String text) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(text) : 0;
        return value <= MOST ? value : 0;
    }

    private static Mono<Outcome<Page<RuleSetView>>> invalid(String pointer, String code, String detail) {
        return Mono.just(Outcome.refused(Rejection.invalid(FieldError.of(pointer, code, detail))));
    }
}
