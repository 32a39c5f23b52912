package by.belparcel.eventing.inbox;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Borrows a connection for each statement, so a query that needs none (a static page) works without a database. */
final class StatementByStatement implements Transaction {

    private final Database database;

    StatementByStatement(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Long> update(String sql, @Nullable Object... binds) {
        return database.reading(tx -> tx.update(sql, binds));
    }

    @Override
    public <T> Mono<T> first(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return database.reading(tx -> tx.<T>first(sql, mapping, binds));
    }

    @Override
    public <T> Flux<T> all(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        Mono<List<T>> rows =
                database.reading(tx -> tx.<T>all(sql, mapping, binds).collectList());
        return rows.flatMapMany(Flux::fromIterable);
    }

    @Override
    public <T> Flux<T> stream(
            String sql, int fetchSize, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return all(sql, mapping, binds);
    }
}
