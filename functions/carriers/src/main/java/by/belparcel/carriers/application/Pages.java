package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Pages of a list: reads the cursor, asks for one row more than wanted, issues the next cursor. */
final class Pages {

    private Pages() {}

    /**
     * @param filter name of the list with everything that selects its rows
     * @param rows from the position of the last row of the page before, empty on the first page
     * @param key position of a row
     */
    static <T, V> Mono<Outcome<Page<V>>> read(
            QueryContext context,
            ListQuery query,
            String filter,
            int limit,
            Function<List<String>, Mono<List<T>>> rows,
            Function<T, List<String>> key,
            Function<T, V> view) {
        Outcome<List<String>> position = query.position(filter);
        if (position instanceof Outcome.Refused<List<String>> refused) {
            return Mono.just(Outcome.refused(refused.rejection()));
        }
        List<String> after = Objects.requireNonNull(((Outcome.Success<List<String>>) position).body());
        return rows.apply(after).map(found -> {
            boolean more = found.size() > limit;
            List<T> shown = more ? found.subList(0, limit) : found;
            String next = more ? context.cursors().issue(filter, key.apply(shown.getLast())) : null;
            return Outcome.ok(new Page<>(shown.stream().map(view).toList(), next));
        });
    }
}
