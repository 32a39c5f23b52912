package by.belparcel.eventing.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The use of one borrowed connection. A caller that goes away cancels on its own thread while the connection's thread may just be
 * about to send the next statement. Without a gate that statement would be queued behind the rollback: outside the transaction,
 * or inside the transaction of whoever borrows the connection next. So everything that is sent passes here, and nothing does
 * after {@link #end}.
 */
final class Lease {

    private final Connection connection;
    private boolean ended;

    Lease(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** The operation, queued on the connection at subscription unless the lease has ended. */
    <T> Flux<T> send(Publisher<T> operation) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> subscriber) {
                if (!subscribeWhileOpen(operation, subscriber)) {
                    Operators.error(
                            subscriber, new IllegalStateException("The caller of this transaction has gone away"));
                }
            }
        };
    }

    Mono<Void> begin() {
        return send(Uncancelled.of(connection.beginTransaction())).then();
    }

    Mono<Void> commit() {
        return send(Uncancelled.of(connection.commitTransaction())).then();
    }

    Mono<Void> rollback() {
        return send(Uncancelled.of(connection.rollbackTransaction())).then();
    }

    /** Lets nothing more through, takes back what is open and returns the connection. */
    Mono<Void> abandon() {
        return Mono.defer(() -> {
            end();
            // Not the driver's rollback: it skips it while a BEGIN that is on its way has no answer yet.
            return Flux.from(connection.createStatement("rollback").execute())
                    .concatMap(Result::getRowsUpdated)
                    .then()
                    .onErrorResume(ignored -> Mono.empty())
                    .then(Mono.from(connection.rollbackTransaction()).onErrorResume(ignored -> Mono.empty()))
                    .then(Mono.from(connection.close()));
        });
    }

    /** Returns the connection; no transaction is open. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            end();
            return Mono.from(connection.close());
        });
    }

    private synchronized void end() {
        ended = true;
    }

    private synchronized <T> boolean subscribeWhileOpen(Publisher<T> operation, CoreSubscriber<? super T> subscriber) {
        if (ended) {
            return false;
        }
        operation.subscribe(subscriber);
        return true;
    }
}
