package by.belparcel.references.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.references.model.Reference;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** {@code GET /references/{warehouses|pvz|shops}?q=&limit=&cursor=}: finds by any part of a name, address or code. */
public final class SearchReferencesHandler<T extends Reference, V> implements QueryHandler<Page<V>> {

    private final String kind;
    private final References<T> references;
    private final Function<T, String> code;
    private final Function<T, V> view;

    public SearchReferencesHandler(
            String kind, References<T> references, Function<T, String> code, Function<T, V> view) {
        this.kind = kind;
        this.references = references;
        this.code = code;
        this.view = view;
    }

    @Override
    public Mono<Outcome<Page<V>>> handle(QueryContext context) {
        return switch (SearchParameters.read(context, kind)) {
            case Outcome.Refused<Search>(Rejection rejection, boolean _) -> Mono.just(Outcome.refused(rejection));
            case Outcome.Success<Search> success -> {
                Search search = Objects.requireNonNull(success.body());
                yield references.search(context.tx(), search).map(rows -> Outcome.ok(page(rows, search, context)));
            }
        };
    }

    private Page<V> page(List<T> rows, Search search, QueryContext context) {
        boolean more = rows.size() > search.limit();
        List<T> shown = more ? rows.subList(0, search.limit()) : rows;
        String next = more ? SearchParameters.cursor(context, kind, code.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
