package by.belparcel.eventing.edge;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Stands in where DB_DSN is not set: whatever needs a database says so. */
final class NoDatabase implements Database {

    @Override
    public <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work) {
        return missing();
    }

    @Override
    public <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work, Predicate<? super T> keep) {
        return missing();
    }

    @Override
    public <T> Mono<T> reading(Function<Transaction, Mono<T>> work) {
        return missing();
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new IllegalStateException("DB_DSN is not set"));
    }
}
