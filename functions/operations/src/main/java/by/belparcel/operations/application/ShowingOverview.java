package by.belparcel.operations.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.store.Transaction;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Answers one of the {@link Overviews} as a page without a next one. */
public final class ShowingOverview<T> implements QueryHandler<Page<T>> {

    private final Function<Transaction, Mono<List<T>>> overview;

    public ShowingOverview(Function<Transaction, Mono<List<T>>> overview) {
        this.overview = overview;
    }

    @Override
    public Mono<Outcome<Page<T>>> handle(QueryContext context) {
        return overview.apply(context.tx()).map(items -> Outcome.ok(new Page<>(items, null)));
    }
}
