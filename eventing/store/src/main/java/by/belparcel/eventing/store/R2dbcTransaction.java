package by.belparcel.eventing.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements on a borrowed R2DBC connection. */
final class R2dbcTransaction implements Transaction {

    private final Lease lease;

    R2dbcTransaction(Lease lease) {
        this.lease = lease;
    }

    @Override
    public Mono<Long> update(String sql, @Nullable Object... binds) {
        return whole(statement(sql, binds), Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    @Override
    public <T> Mono<T> first(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return this.<T>all(sql, mapping, binds)
                .collectList()
                .flatMap(rows -> Mono.justOrEmpty(rows.isEmpty() ? null : rows.getFirst()));
    }

    @Override
    public <T> Flux<T> all(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return whole(statement(sql, binds), result -> result.<T>map(mapping));
    }

    @Override
    public <T> Flux<T> stream(
            String sql, int fetchSize, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
        return lease.send(Flux.from(statement(sql, binds).fetchSize(fetchSize).execute())
                .concatMap(result -> result.<T>map(mapping), 1));
    }

    /** A statement that ends as the server ends it, whether its caller still waits or not. A stream is too long for that. */
    private <T> Flux<T> whole(Statement statement, Function<Result, Publisher<? extends T>> reading) {
        return lease.send(Uncancelled.of(Flux.from(statement.execute()).concatMap(reading)));
    }

    private Statement statement(String sql, @Nullable Object... binds) {
        Statement statement = lease.connection().createStatement(sql);
        for (int i = 0; i < binds.length; i++) {
            Object value = binds[i];
            if (value == null) {
                statement.bind(i, Parameters.in(R2dbcType.VARCHAR));
            } else {
                statement.bind(i, value);
            }
        }
        return statement;
    }
}
