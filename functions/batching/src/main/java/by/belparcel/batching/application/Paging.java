package by.belparcel.batching.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists with cursors (domain README 4.7): a list is named by its filter, a place in it by time and id. */
final class Paging {

    private Paging() {}

    /** @param rows one more than the limit when there are more */
    static <T> Mono<Outcome<Page<T>>> page(
            QueryContext context,
            String name,
            int limit,
            Function<T, BatchFilter.Position> position,
            Function<Place, Mono<List<T>>> rows) {
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<BatchFilter.Position> after = cursor.flatMap(
                        text -> context.cursors().read(name, text))
                .map(values -> new BatchFilter.Position(Instant.parse(values.getFirst()), values.getLast()));
        if (cursor.isPresent() && after.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
        }
        return rows.apply(new Place(after.orElse(null))).map(found -> {
            boolean more = found.size() > limit;
            List<T> shown = more ? found.subList(0, limit) : found;
            String next = more ? context.cursors().issue(name, values(position.apply(shown.getLast()))) : null;
            return Outcome.ok(new Page<>(shown, next));
        });
    }

    /** @param after absent on the first page */
    record Place(BatchFilter.@Nullable Position after) {}

    private static List<String> values(BatchFilter.Position position) {
        return List.of(position.at().toString(), position.id());
    }
}
