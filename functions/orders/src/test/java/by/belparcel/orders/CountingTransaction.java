package by.belparcel.orders;

import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the statements, that is the round trips, of what runs on it. */
final class CountingTransaction implements Transaction {

    private final Transaction real;
    private final AtomicInteger statements = new AtomicInteger();

    CountingTransaction(Transaction real) {
        this.real = real;
    }

    int statements() {
        return statements.get();
    }

    @Override
    public Mono<Long> update(String sql, @Nullable Object... binds) {
        return Mono.defer(() -> {
            statements.incrementAndGet();
            return real.update(sql, binds);
        });
    }

    @Override
    public <T> Mono<T> first(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return Mono.defer(() -> {
            statements.incrementAndGet();
            return real.first(sql, mapping, binds);
        });
    }

    @Override
    public <T> Flux<T> all(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return Flux.defer(() -> {
            statements.incrementAndGet();
            return real.all(sql, mapping, binds);
        });
    }

    @Override
    public <T> Flux<T> stream(
            String sql, int fetchSize, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return Flux.defer(() -> {
            statements.incrementAndGet();
            return real.stream(sql, fetchSize, mapping, binds);
        });
    }
}
