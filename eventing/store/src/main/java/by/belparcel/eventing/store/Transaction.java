package by.belparcel.eventing.store;

import io.r2dbc.spi.Readable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Statements on one connection inside one transaction. SQL uses {@code $1, $2, ..}; a null bind needs a cast in the SQL
 * ({@code $1::text}). Each call is one round trip.
 */
public interface Transaction {

    /** Number of changed rows. */
    Mono<Long> update(String sql, @Nullable Object... binds);

    /** The first row mapped, or empty. */
    <T> Mono<T> first(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds);

    /** All rows mapped, in the order of the result. */
    <T> Flux<T> all(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds);

    /** All rows, fetched in pages of {@code fetchSize} through a server-side portal, so memory stays flat. */
    <T> Flux<T> stream(
            String sql, int fetchSize, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds);
}
