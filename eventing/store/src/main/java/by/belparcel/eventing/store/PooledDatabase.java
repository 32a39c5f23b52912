package by.belparcel.eventing.store;

import io.r2dbc.pool.ConnectionPool;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Transactions on a connection pool. */
public final class PooledDatabase implements Database {

    private final ConnectionPool pool;

    public PooledDatabase(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work) {
        return inTransaction(work, result -> true);
    }

    @Override
    public <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work, Predicate<? super T> keep) {
        return Mono.usingWhen(
                borrow(),
                lease -> lease.begin()
                        .then(Mono.defer(() -> work.apply(new R2dbcTransaction(lease))))
                        .materialize()
                        .flatMap(signal -> {
                            if (signal.isOnError()) {
                                return Mono.<T>error(Objects.requireNonNull(signal.getThrowable()));
                            }
                            T value = signal.get();
                            boolean commit = value == null || keep.test(value);
                            return (commit ? lease.commit() : lease.rollback()).then(Mono.justOrEmpty(value));
                        }),
                Lease::close,
                (lease, error) -> lease.abandon(),
                Lease::abandon);
    }

    @Override
    public <T> Mono<T> reading(Function<Transaction, Mono<T>> work) {
        return Mono.usingWhen(borrow(), lease -> work.apply(new R2dbcTransaction(lease)), Lease::close);
    }

    /** A connection that comes when its borrower has gone returns at once. */
    private Mono<Lease> borrow() {
        return Uncancelled.of(pool.create(), late -> Mono.from(late.close()).subscribe())
                .next()
                .map(Lease::new);
    }
}
