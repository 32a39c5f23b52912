package by.belparcel.identity.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.identity.model.Role;
import by.belparcel.identity.model.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Users by login, by pages. */
public final class ListUsers implements QueryHandler<Page<UserView>> {

    public static final Set<String> PARAMETERS = Set.of("role", "limit", "cursor");

    private static final int MOST = 100;

    private final Users users;

    public ListUsers(Users users) {
        this.users = users;
    }

    @Override
    public Mono<Outcome<Page<UserView>>> handle(QueryContext context) {
        Optional<String> roleText = context.parameters().query("role");
        Optional<Role> role = roleText.flatMap(Role::of);
        if (roleText.isPresent() && role.isEmpty()) {
            return invalid("/role", "ENUM", "must be one of " + Role.claims());
        }
        int limit = limit(context.parameters().query("limit").orElse("20"));
        if (limit == 0) {
            return invalid("/limit", "RANGE", "must be from 1 to " + MOST);
        }
        String filter = "users|" + roleText.orElse("");
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<List<String>> position =
                cursor.flatMap(text -> context.cursors().read(filter, text));
        if (cursor.isPresent() && position.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor belongs to another list.")));
        }
        return users.list(
                        context.tx(),
                        role.orElse(null),
                        position.map(List::getFirst).orElse(null),
                        limit + 1)
                .map(rows -> Outcome.ok(page(rows, limit, filter, context)));
    }

    private static Page<UserView> page(List<User> rows, int limit, String filter, QueryContext context) {
        List<User> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit
                ? context.cursors().issue(filter, List.of(shown.getLast().login()))
                : null;
        return new Page<>(shown.stream().map(UserView::of).toList(), next);
    }

    private static int limit(String text) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(text) : 0;
        return value <= MOST ? value : 0;
    }

    private static Mono<Outcome<Page<UserView>>> invalid(String pointer, String code, String detail) {
        return Mono.just(Outcome.refused(Rejection.invalid(FieldError.of(pointer, code, detail))));
    }
}
