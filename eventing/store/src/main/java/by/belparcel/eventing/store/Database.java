package by.belparcel.eventing.store;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Where transactions come from. */
public interface Database {

    /**
     * Runs the work in one transaction: commits when it completes, rolls back when it fails or is cancelled.
     * The connection always returns to the pool.
     */
    <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work);

    /** As {@link #inTransaction}, but rolls back although the work completed when {@code keep} says no. */
    <T> Mono<T> inTransaction(Function<Transaction, Mono<T>> work, java.util.function.Predicate<? super T> keep);

    /** Runs reading work without an explicit transaction: every statement stands alone. */
    <T> Mono<T> reading(Function<Transaction, Mono<T>> work);
}
